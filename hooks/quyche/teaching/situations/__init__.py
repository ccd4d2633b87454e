"""Situations for discussion: a made-up story, questions, the provisions expected, how to mark."""
