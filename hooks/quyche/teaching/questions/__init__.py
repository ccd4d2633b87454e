"""Questions with one right option: written by people, or made from the duties; exams and exports come from them."""
