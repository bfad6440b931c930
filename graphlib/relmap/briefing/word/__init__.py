"""What a Word document needs and python-docx does not offer: footnotes, links, steady bytes."""
