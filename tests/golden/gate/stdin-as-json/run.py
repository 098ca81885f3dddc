"""Its name says what standard input is written in."""
import steps

TEXT = '{"roadmap": {"id": "R", "title": "Roadmap"}}'
steps.roadlint("check", "-", "--stdin-filename", "draft.json", *steps.RULES, text=TEXT)
steps.title("YAML under the name of JSON")
steps.roadlint("check", "-", "--stdin-filename", "draft.json", *steps.RULES, text="roadmap: {id: R, title: Roadmap}")
