/* Every sentence that practice and the exam maker say. One place, so that an editor can mend a word without reading code.
   {name} is filled in by whoever says it. */
(function (root) {
  "use strict";
  const GiangDay = (root.GiangDay = root.GiangDay || {});

  const SENTENCES = Object.freeze({
    "practice.none": "Không có câu hỏi nào hợp với lựa chọn này. Hãy chọn thêm mức độ hoặc điều.",
    "practice.count": "Câu {number}/{all}",
    "practice.meta": "{level}",
    "practice.answer": "Trả lời",
    "practice.next": "Câu tiếp",
    "practice.finish": "Xem kết quả",
    "practice.choose": "Hãy chọn một phương án.",
    "practice.right": "Đúng.",
    "practice.wrong": "Chưa đúng. Đáp án đúng: {letter}. {option}",
    "practice.markRight": "đáp án đúng",
    "practice.markChosen": "bạn chọn",
    "practice.options": "Các phương án",
    "practice.source": "Xem {citation}",
    "practice.score": "Đúng {right}/{answered} câu đã trả lời",
    "practice.stop": "Dừng, xem kết quả",
    "result.title": "Kết quả",
    "result.total": "Đúng {right}/{answered} câu.",
    "result.table": "Kết quả theo điều",
    "result.article": "Điều",
    "result.answered": "Đã trả lời",
    "result.right": "Đúng",
    "result.share": "Tỷ lệ",
    "result.nothing": "Chưa trả lời câu nào.",
    "result.wrong": "Các câu trả lời sai",
    "result.wrongOne": "{text} Đáp án: {option} ({citation}).",
    "result.again": "Làm lại các câu sai",
    "result.new": "Chọn bộ câu khác",
    "exam.tooMany": "Mức độ {level} chỉ có {count} câu.",
    "exam.notNumber": "Số câu phải là số nguyên từ 0 trở lên.",
    "exam.noQuestion": "Hãy chọn ít nhất một câu hỏi.",
    "exam.versions": "Số mã đề từ 1 đến {most}.",
    "exam.seed": "Hãy ghi mã bộ đề.",
    "exam.minutes": "Thời gian làm bài phải là số phút, hoặc để trống.",
    "exam.made": "Đã lập {versions} mã đề, mỗi đề {questions} câu. Mã bộ đề: {seed}.",
    "exam.noWord": "Trình duyệt này quá cũ nên không tạo được tệp Word. Hãy dùng nút In.",
    "exam.file": "de-kiem-tra-{seed}.docx",
    "paper.dots": "………………………………",
    "paper.shortDots": "…………",
    "paper.title": "ĐỀ KIỂM TRA TRẮC NGHIỆM",
    "paper.subject": "Nội dung: {title}",
    "paper.class": "Lớp: {name}",
    "paper.time": "Thời gian làm bài: {minutes} phút",
    "paper.timeBlank": "Thời gian làm bài: ……… phút",
    "paper.size": "(Đề gồm {count} câu)",
    "paper.code": "Mã đề: {code}",
    "paper.name": "Họ và tên: {dots}",
    "paper.place": "Đơn vị công tác: {dots}",
    "paper.mark": "Điểm:",
    "paper.answers": "PHẦN TRẢ LỜI",
    "paper.answersHint": "Ghi chữ cái A, B, C hoặc D của phương án đúng vào ô dưới số câu. Mỗi câu chỉ có một phương án đúng.",
    "paper.questionHead": "Câu",
    "paper.answerHead": "Trả lời",
    "paper.number": "Câu {number}.",
    "paper.end": "--------- HẾT ---------",
    "paper.open": "Học viên được sử dụng tài liệu.",
    "paper.closed": "Học viên không được sử dụng tài liệu. Người coi thi không giải thích gì thêm.",
    "paper.page": "Mã đề {code} – Trang ",
    "key.title": "ĐÁP ÁN",
    "key.seed": "Mã bộ đề: {seed}. Chỉ dành cho giảng viên.",
    "key.table": "Đáp án theo mã đề",
    "key.column": "Mã {code}",
    "key.question": "Câu",
    "key.reasons": "Căn cứ của từng câu",
    "key.text": "Câu hỏi",
    "key.answer": "Đáp án đúng",
    "key.source": "Căn cứ",
    "key.places": "Số câu ở từng mã đề",
    "key.page": "Đáp án – Trang ",
  });

  /** The sentence at `key`, its blanks filled from `values`. An unknown key is a fault of the code and is thrown. */
  function say(key, values = {}) {
    if (!(key in SENTENCES)) throw new Error(`no sentence ${key}`);
    return SENTENCES[key].replace(/\{(\w+)\}/g, (blank, name) => (name in values ? String(values[name]) : blank));
  }

  GiangDay.words = Object.freeze({ say, keys: Object.keys(SENTENCES) });
})(typeof window === "undefined" ? globalThis : window);
