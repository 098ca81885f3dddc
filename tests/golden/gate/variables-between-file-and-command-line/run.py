"""The command line comes before the environment, and that before the file."""
import steps

steps.write("roadlint.yaml", """\
rules: [rules]
as-of: 2026-11-23
lang: de
fail-on: never
set: {horizon: 2031}
select: [roadmap-budget, milestone-date]
format: line
""")
steps.title("the file")
steps.roadlint("check", "roadmaps")
variables = {"ROADLINT_LANG": "en", "ROADLINT_FAIL_ON": "note", "ROADLINT_SELECT": "milestone-date",
             "ROADLINT_SET": "horizon=2030"}
steps.title("the environment")
steps.roadlint("check", "roadmaps", variables=variables)
steps.title("the command line")
steps.roadlint("check", "roadmaps", "--lang", "de", "--fail-on", "never", "--select", "milestone-*", "--set",
               "horizon=2026", variables=variables)
steps.title("shown")
steps.roadlint("config", "roadmaps", "--lang", "en", variables=variables)
steps.title("an empty variable sets nothing")
steps.roadlint("check", "roadmaps", "--select", "roadmap-budget", variables={"ROADLINT_LANG": "",
                                                                             "ROADLINT_FAIL_ON": ""})
steps.remove("roadlint.yaml")
