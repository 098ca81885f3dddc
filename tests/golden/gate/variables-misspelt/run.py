"""A variable whose name is like one of ours is warned of, another one is not."""
import steps

variables = {"ROADLINT_FALI_ON": "note", "ROADLINT_LANGUAGES": "de", "ROADLINT_HOME": "/opt/roadlint",
             "ROADLINT_CONFG": "x"}
steps.roadlint("check", "roadmaps", *steps.RULES, "--select", "milestone-criterion", variables=variables)
steps.title("in German, quietly")
steps.roadlint("check", "roadmaps", *steps.RULES, "--select", "milestone-criterion", "--lang", "de", "--quiet",
               variables=variables)
steps.title("other commands")
steps.roadlint("config", "roadmaps", "--rules", "rules", variables={"ROADLINT_FALI_ON": "note"})
steps.roadlint("baseline", "create", "own.json", "roadmaps", *steps.RULES, variables={"ROADLINT_FALI_ON": "note"})
steps.remove("own.json")
