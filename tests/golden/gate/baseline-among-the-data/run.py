"""A baseline that lies among the roadmaps is none of them."""
import steps

steps.roadlint("baseline", "create", "roadmaps/state.json", "roadmaps", *steps.RULES)
steps.roadlint("check", "roadmaps", *steps.RULES, "--baseline", "roadmaps/state.json")
steps.roadlint("check", "roadmaps", *steps.RULES, "--quiet")
