"""A finding stays known when its line moves and its value changes, and is another one when its record is."""
import steps

CHECK = [*steps.CHECK, "--baseline", "known.json", "--select", "milestone-date"]
steps.write("roadmaps/batteries.yaml", "# A remark.\n" + open("roadmaps/batteries.yaml", encoding="utf-8").read())
steps.replace("roadmaps/batteries.yaml", "due: 2031", "due: 2044")
steps.roadlint(*CHECK)
steps.title("another record")
steps.replace("roadmaps/batteries.yaml", "id: BAT-2", "id: BAT-3")
steps.roadlint(*CHECK)
