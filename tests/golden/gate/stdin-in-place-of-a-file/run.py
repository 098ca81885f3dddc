"""What is being edited takes the place of the file in the folder that is checked."""
import steps

TEXT = "roadmap:\n  id: H2\n  title: Hydrogen\n  budget: 1 EUR\n"
for name in ("roadmaps/hydrogen.yaml", "./roadmaps/../roadmaps/hydrogen.yaml"):
    steps.title(name)
    steps.roadlint(*steps.CHECK, "-", "--stdin-filename", name, "--select", "roadmap-budget", text=TEXT)
steps.title("without the name both are read")
steps.roadlint(*steps.CHECK, "-", "--select", "roadmap-budget", text=TEXT)
