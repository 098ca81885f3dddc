"""Data that lies in no repository has no change."""
import steps

steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "main", variables={"GIT_CEILING_DIRECTORIES": steps.FOLDER,
                                                                          "LC_ALL": "C"})
steps.title("standard input that has no name")
steps.roadlint("check", "-", *steps.RULES, "--diff-base", "main", text="roadmap: {id: R}\n",
               variables={"GIT_CEILING_DIRECTORIES": steps.FOLDER, "LC_ALL": "C"})
