"""What is wrong with a variable is said with its name."""
import steps

for name, value in (("LANG", "fr"), ("FAIL_ON", "errors"), ("FAIL_ON_HEURISTIC", "1"), ("AS_OF", "2026-13-01"),
                    ("WAIVER_NOTICE", "soon"), ("SET", "horizon"), ("SET", "horizont=2030"),
                    ("SELECT", "roadmap-bugdet"), ("FORMAT", "gitlub"), ("BASELINE", "none.json"),
                    ("WAIVERS", "none.yaml"), ("RULES", "rulez")):
    steps.title(f"ROADLINT_{name}={value}")
    steps.roadlint("check", "roadmaps", *([] if name == "RULES" else ["--rules", "rules"]),
                   variables={f"ROADLINT_{name}": value})
