"""The name of standard input may be absolute where the folder is not."""
import steps

TEXT = "roadmap:\n  id: H2\n  title: Hydrogen\n  budget: 1 EUR\n"
steps.roadlint(*steps.CHECK, "-", "--stdin-filename", steps.FOLDER + "/roadmaps/hydrogen.yaml", "--select",
               "roadmap-budget", text=TEXT)
