"""Variables that a hook sets do not lead to another repository."""
import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "      due: 2031", "      due: 2032")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD", variables={"GIT_DIR": "/nowhere",
                                                                          "GIT_WORK_TREE": "/nowhere",
                                                                          "GIT_INDEX_FILE": "/nowhere",
                                                                          "GIT_EXTERNAL_DIFF": "false"})
steps.remove(".git")
