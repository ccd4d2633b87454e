/* The checklists of all bodies, from the script of data, in the shape that the form's modules know. */

/** body -> its checklist, in the order of the data. */
export function checklists({ regulation, scale, lines, bodies }) {
  return new Map(bodies.map(({ id: body, name: body_name, short_name, log, ...one }) => {
    const numbers = new Map(one.parts.flatMap((part) => part.lines).map((line, place) => [line, place + 1]));
    const parts = one.parts.map(({ id, number, title, lines: codes }) => {
      const rows = codes.map((code) => ({ id: code, number: numbers.get(code), ...lines[code] }));
      return { id, number, title, blocks: [{ rows }] };
    });
    return [body, { regulation, body, body_name, short_name, scale, parts, log: { tasks: log } }];
  }));
}
