"""Without git there is no change either; everything else works."""
import steps

steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "main", variables={"PATH": "/nowhere"})
steps.roadlint(*steps.CHECK, "--select", "roadmap-budget", variables={"PATH": "/nowhere"})
