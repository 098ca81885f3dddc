"""ROADLINT_CONFIG names the file; --config comes before it, --no-config reads none."""
import steps

steps.write("roadlint.yaml", "lang: fr\n")
steps.write("settings/one.yaml", "rules: [../rules]\nas-of: 2026-11-23\nselect: [roadmap-budget]\nformat: line\n")
steps.write("settings/two.yaml", "rules: [../rules]\nas-of: 2026-11-23\nselect: [milestone-owner]\nformat: line\n")
ONE = {"ROADLINT_CONFIG": "settings/one.yaml"}
steps.roadlint("check", "roadmaps", variables=ONE)
steps.title("--config")
steps.roadlint("check", "roadmaps", "--config", "settings/two.yaml", variables=ONE)
steps.title("--no-config")
steps.roadlint("check", "roadmaps", "--no-config", *steps.RULES, "--format", "line", "--select", "roadmap-budget",
               variables=ONE)
steps.title("a file that does not exist")
steps.roadlint("check", "roadmaps", variables={"ROADLINT_CONFIG": "settings/three.yaml"})
steps.remove("roadlint.yaml", "settings")
