"""SOURCE_DATE_EPOCH says what day it is, unless something nearer does."""
import steps

for value in ("1800000000", "0", "253402300799", "soon", "-1", "1800000000s", "253402300800", ""):
    if not value:
        continue
    steps.title(value)
    steps.roadlint("config", "roadmaps", "--rules", "rules", variables={"SOURCE_DATE_EPOCH": value})
steps.title("--as-of")
steps.roadlint("config", "roadmaps", *steps.RULES, variables={"SOURCE_DATE_EPOCH": "1800000000"})
steps.title("ROADLINT_AS_OF")
steps.roadlint("config", "roadmaps", "--rules", "rules", variables={"SOURCE_DATE_EPOCH": "soon",
                                                                    "ROADLINT_AS_OF": "2026-11-23"})
