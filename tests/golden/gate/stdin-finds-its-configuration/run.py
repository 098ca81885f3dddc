"""The configuration is looked for from the name of standard input upwards."""
import steps

steps.write("drafts/roadlint.yaml", "rules: [../rules]\nas-of: 2026-11-23\nlang: de\nformat: line\n")
steps.roadlint("check", "-", "--stdin-filename", "drafts/r.yaml", text="roadmap: {id: R, title: Roadmap}")
steps.remove("drafts")
