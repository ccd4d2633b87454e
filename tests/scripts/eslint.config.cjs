/* What ESLint asks of the scripts. Undefined names are TypeScript's business, which knows what a page and a worker have.
   Sizes are those that Ruff asks of the Python here. The rules of form are ESLint's own, which it keeps until version 11. */
const js = require("@eslint/js"); // CommonJS: found by NODE_PATH, for the tools stand in a cache and not beside this file

/* Any page has these names without anybody saying so: a forgotten local of that name would be found by no other tool. */
const WINDOW = ["close", "event", "find", "length", "name", "open", "origin", "parent", "print", "status", "stop", "top"];

const FAULTS = {
  "array-callback-return": "error",
  "consistent-return": "error",
  eqeqeq: "error",
  "no-alert": "error",
  "no-console": "error",
  "no-duplicate-imports": "error",
  "no-eval": "error",
  "no-extend-native": "error",
  "no-implied-eval": "error",
  "no-loop-func": "error",
  "no-new": "error",
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-promise-executor-return": "error",
  "no-redeclare": "off", // TypeScript's business
  "no-restricted-globals": ["error", ...WINDOW],
  "no-return-assign": "error",
  "no-self-compare": "error",
  "no-sequences": "error",
  "no-shadow": "error",
  "no-template-curly-in-string": "error",
  "no-undef": "off", // TypeScript's business
  "no-unused-expressions": "error",
  "no-unused-vars": ["error", { caughtErrors: "all", reportUsedIgnorePattern: true }],
  "no-use-before-define": ["error", { functions: false }],
  radix: "error",
  "require-await": "error",
};

const WAYS = {
  "arrow-body-style": "error",
  curly: ["error", "multi-line"],
  "dot-notation": "error",
  "func-style": ["error", "declaration", { allowArrowFunctions: true }],
  "logical-assignment-operators": "error",
  "no-else-return": "error",
  "no-lonely-if": "error",
  "no-multi-assign": "error",
  "no-nested-ternary": "error",
  "no-unneeded-ternary": "error",
  "no-useless-computed-key": "error",
  "no-useless-concat": "error",
  "no-useless-rename": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "one-var": ["error", "never"],
  "prefer-arrow-callback": "error",
  "prefer-const": "error",
  "prefer-object-has-own": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
  "prefer-template": "error",
  yoda: "error",
};

const SIZES = {
  complexity: ["error", 10],
  "max-depth": ["error", 4],
  "max-len": ["error", { code: 120 }],
  "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
  "max-nested-callbacks": ["error", 3],
  "max-params": ["error", 5],
};

const FORM = {
  "array-bracket-spacing": "error",
  "arrow-parens": "error",
  "arrow-spacing": "error",
  "block-spacing": "error",
  "brace-style": ["error", "1tbs", { allowSingleLine: true }],
  "comma-dangle": ["error", "always-multiline"],
  "comma-spacing": "error",
  "dot-location": ["error", "property"],
  "eol-last": "error",
  indent: ["error", 2],
  "key-spacing": "error",
  "keyword-spacing": "error",
  "max-statements-per-line": "error",
  "no-extra-semi": "error",
  "no-floating-decimal": "error",
  "no-multi-spaces": "error",
  "no-multiple-empty-lines": ["error", { max: 1 }],
  "no-trailing-spaces": "error",
  "nonblock-statement-body-position": "error",
  "object-curly-spacing": ["error", "always"],
  "operator-linebreak": ["error", "before"],
  "padded-blocks": ["error", "never"],
  "quote-props": ["error", "as-needed"],
  quotes: ["error", "double", { avoidEscape: true }],
  semi: "error",
  "semi-spacing": "error",
  "space-before-blocks": "error",
  "space-before-function-paren": ["error", { anonymous: "always", named: "never", asyncArrow: "always" }],
  "space-in-parens": "error",
  "space-infix-ops": "error",
  "spaced-comment": ["error", "always", { block: { balanced: true } }],
  "template-curly-spacing": "error",
};

module.exports = [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: { ...FAULTS, ...WAYS, ...SIZES, ...FORM },
  },
];
