"""A name and paths, but no `-`."""
import steps

steps.roadlint(*steps.CHECK, "--stdin-filename", "roadmaps/hydrogen.yaml", "--select", "roadmap-budget",
               text="roadmap: {id: H2, title: Hydrogen, budget: 1 EUR}\n")
