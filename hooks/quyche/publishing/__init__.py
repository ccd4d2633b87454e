"""What happens to a built site: read from a USB stick, kept on a phone. Works on files, knows no regulation."""
