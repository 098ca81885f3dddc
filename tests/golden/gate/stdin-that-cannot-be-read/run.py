"""Mistakes in standard input have a place like those in files."""
import steps

for text in (b"roadmap: [\n", b"", b"roadmap:\n  title: W\xe4rme\n", b"roadmap:\n\tid: R\n"):
    steps.title(repr(text))
    steps.roadlint("check", "-", *steps.RULES, text=text)
