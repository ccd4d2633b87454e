"""From a text in some file (.txt, .md, .docx) to ``regulation.yaml``: no word lost, every repair and doubt told."""
