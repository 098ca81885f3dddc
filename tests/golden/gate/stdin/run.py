"""Standard input is data like a file; without a name it is called <stdin>."""
import steps

TEXT = "roadmap:\n  id: R\n  title: Roadmap\n"
steps.roadlint("check", "-", *steps.RULES, text=TEXT)
steps.title("with a name")
steps.roadlint("check", "-", "--stdin-filename", "drafts/r.yaml", *steps.RULES, "--format", "line", text=TEXT)
steps.title("a name alone says it too")
steps.roadlint("check", "--stdin-filename", "drafts/r.yaml", *steps.RULES, "--format", "line", text=TEXT)
steps.title("beside files")
steps.roadlint("check", "-", "roadmaps/hydrogen.yaml", *steps.RULES, "--format", "line", "--select", "roadmap-budget",
               text=TEXT)
