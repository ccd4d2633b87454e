"""The register of legal instruments (văn bản) around the text, and where any words name one of them."""
