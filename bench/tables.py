"""Prints what was measured as tables of figures and ratios."""

from measure import medians

RATIOS = ("processor_ms", "wall_ms", "peak_kib")
HEADING = (f"  {'':28}{'processor':>11}{'wall':>11}{'peak':>11}   "
           f"{'roadlint / this: processor':>28}{'wall':>7}{'peak':>7}")


def print_group(group, smallest):
    """The table of one size and format. `smallest` is the group of the same format to compare the growth with."""
    print(f"\n{group['format'].upper()}, {group['milestones']:,} milestones, {in_megabytes(group['bytes'])}")
    print(HEADING)
    own = medians(group["tools"][0]["runs"]) if group["tools"][0]["runs"] else None
    for number, entry in enumerate(group["tools"]):
        if entry["files"] != "one":
            continue
        if not entry["runs"]:
            print(f"  {entry['tool']:28}{'-':>11}   {entry['note']}")
            continue
        result = medians(entry["runs"])
        ratios = ratios_text(own, result) if own is not None and number > 0 else ""
        print(f"  {entry['tool']:28}{in_time(result['processor_ms']):>11}{in_time(result['wall_ms']):>11}"
              f"{in_megabytes(result['peak_kib'] * 1024):>11}{ratios}")
    if own is not None:
        print_roadlint(group, own, smallest)
    print_many_files(group)


def ratios_text(own, other):
    processor, wall, peak = (own[name] / max(other[name], 0.001) for name in RATIOS)
    return f"   {processor:>28.2f}{wall:>7.2f}{peak:>7.2f}"


def print_roadlint(group, own, smallest):
    memory = own["peak_kib"] * 1024 / group["bytes"]
    print(f"  roadlint: memory / file size {memory:.2f}", end="")
    if smallest is not None:
        print(f"; time per milestone against {smallest['milestones']:,} milestones "
              f"{time_per_milestone(group) / time_per_milestone(smallest):.2f}", end="")
    phases = ", ".join(f"{name} {in_time(time)}" for name, time in own["phases"].items())
    print(f"; phases: {phases}" if phases else "")


def time_per_milestone(group):
    return medians(group["tools"][0]["runs"])["processor_ms"] / group["milestones"]


def print_many_files(group):
    entries = [entry for entry in group["tools"] if entry["files"] == "many" and entry["runs"]]
    for entry in entries:
        result = medians(entry["runs"])
        print(f"  {entry['tool']}: processor {in_time(result['processor_ms'])}, "
              f"wall {in_time(result['wall_ms'])}, peak {in_megabytes(result['peak_kib'] * 1024)}")
    if len(entries) == 2:
        one, several = (medians(entry["runs"]) for entry in entries)
        print(f"  {group['files']} files, {entries[1]['threads']} threads / 1 thread: "
              f"wall {several['wall_ms'] / one['wall_ms']:.2f}, "
              f"processor {several['processor_ms'] / one['processor_ms']:.2f}")


def print_start_up(runs):
    if not runs:
        return
    result = medians(runs)
    print(f"\nStart-up (built-in packs, empty roadmap): processor {in_time(result['processor_ms'])}, "
          f"wall {in_time(result['wall_ms'])}, peak {in_megabytes(result['peak_kib'] * 1024)}")


def in_time(milliseconds):
    if milliseconds >= 10_000:
        return f"{milliseconds / 1000:.1f} s"
    return f"{milliseconds:.0f} ms" if milliseconds >= 100 else f"{milliseconds:.1f} ms"


def in_megabytes(count):
    megabytes = count / 1e6
    return f"{megabytes:.0f} MB" if megabytes >= 100 else f"{megabytes:.2f} MB" if megabytes < 1 else \
        f"{megabytes:.1f} MB"
