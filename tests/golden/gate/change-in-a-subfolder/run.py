"""The paths of data count from the folder of the command, those of git from the top of the repository."""
import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "      due: 2031", "      due: 2032")
steps.roadlint("check", ".", "--rules", "../rules", "--as-of", "2026-11-23", "--format", "line", "--diff-base",
               "HEAD", folder="roadmaps")
steps.remove(".git")
