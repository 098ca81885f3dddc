"""A finding is shown when its own lines change; the others are counted."""
import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "      due: 2031", "      due: 2032")
steps.roadlint("check", "roadmaps", *steps.RULES, "--diff-base", "HEAD")
steps.title("in German")
steps.roadlint("check", "roadmaps", *steps.RULES, "--diff-base", "HEAD", "--lang", "de", "--quiet")
steps.title("nothing but untouched findings")
steps.git("checkout", "--quiet", "--", ".")
steps.roadlint("check", "roadmaps", *steps.RULES, "--diff-base", "HEAD")
steps.remove(".git")
