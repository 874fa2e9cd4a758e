"""Text in, its Markdown structure out: headings, links, code, and where references can stand."""
