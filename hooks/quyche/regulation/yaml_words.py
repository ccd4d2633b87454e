"""What the YAML parser finds wrong, in words for an editor."""

PROBLEMS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "có dấu hai chấm ở chỗ không được có; đặt cả giá trị trong dấu nháy"),
    ("mapping keys are not allowed", "có khoá ở chỗ không được có"),
    ("block sequence entries are not allowed", "có dấu gạch đầu dòng ở chỗ không được có"),
    ("expected ':'", "thiếu dấu hai chấm sau khoá"),
    ("expected '-' indicator", "thiếu dấu gạch đầu dòng, hoặc dòng thụt vào không đều"),
    ("expected key", "thiếu khoá, hoặc dòng thụt vào không đều"),
    ("expected ',' or ']'", "thiếu dấu phẩy hoặc dấu ] của danh sách"),
    ("expected ',' or '}'", "thiếu dấu phẩy hoặc dấu } của nhóm khoá"),
    ("expected node content", "thiếu giá trị"),
    ("expected <document start>", "có chữ thừa trước hoặc sau nội dung"),
    ("unexpected end of stream", "tệp hết giữa chừng; thiếu dấu nháy hoặc dấu ngoặc đóng"),
    ("unexpected document indicator", "có dòng --- hoặc ... giữa nội dung"),
    ("another document", "tệp có hai nội dung, cách nhau bằng dòng ---; chỉ giữ một"),
    ("tab character", "có dấu Tab ở đầu dòng; dùng dấu cách"),
    ("cannot start any token", "có dấu không được đứng đầu giá trị (Tab, @, %, `); đặt giá trị trong dấu nháy"),
    ("escape", "có dấu \\ viết sai trong dấu nháy kép; dùng dấu nháy đơn"),
    ("hexdecimal", "có dấu \\ viết sai trong dấu nháy kép; dùng dấu nháy đơn"),
    ("unexpected ':'", "có dấu hai chấm ở chỗ không được có"),
    ("alias", "dùng bí danh YAML (*); viết lại nội dung ở từng chỗ"),
    ("anchor", "dùng bí danh YAML (&); viết lại nội dung ở từng chỗ"),
    ("alphabetic or numeric character", "sau dấu & hoặc * không có tên; đặt giá trị trong dấu nháy"),
    ("indentation indicator", "dấu | hoặc > viết sai"),
    ("comment or line break", "sau dấu | hoặc > còn chữ trên cùng dòng, hoặc dòng % viết sai"),
    ("directive", "dòng bắt đầu bằng dấu % không dùng ở đây"),
    ("version", "dòng bắt đầu bằng dấu % không dùng ở đây"),
    ("incompatible YAML document", "dòng bắt đầu bằng dấu % không dùng ở đây"),
    ("tag", "có dấu ! ở đầu giá trị; đặt giá trị trong dấu nháy"),
    ("URI", "có dấu ! ở đầu giá trị; đặt giá trị trong dấu nháy"),
    ("expected '!'", "có dấu ! ở đầu giá trị; đặt giá trị trong dấu nháy"),
)
"""What libyaml says of a file, in part, and what that means; the first that fits counts."""


def problem_words(problem: str) -> str:
    """Return what libyaml calls ``problem`` in words for an editor."""
    return next((words for part, words in PROBLEMS if part in problem), "dòng này hoặc dòng ngay trên viết sai")
