"""A browser that tests drive: chromium behind chromedriver, spoken to in the WebDriver protocol with nothing but urllib."""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request

# Generous: on a busy machine everything takes a multiple of its time, and only what hangs must end.
SECONDS_TO_START = 120
SECONDS_PER_COMMAND = 300
# In containers the browser runs as root, without a sandbox, with little shared memory, and without a network.
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-extensions")
ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf"


class WebDriverError(Exception):
    pass


class Browser:
    """One session; commands are methods."""

    def __init__(self, address, width=1600, height=1200):
        self.address = address
        arguments = [*ARGUMENTS, f"--window-size={width},{height}"]
        options = {"args": arguments, "binary": shutil.which("chromium")}
        milliseconds = SECONDS_PER_COMMAND * 1000
        wanted = {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"},
                                  "timeouts": {"pageLoad": milliseconds, "script": milliseconds}}}
        self.session = request("POST", f"{address}/session", {"capabilities": wanted})["sessionId"]

    def command(self, method, path, body=None):
        return request(method, f"{self.address}/session/{self.session}/{path}", body)

    def developer_command(self, name, parameters):
        return self.command("POST", "goog/cdp/execute", {"cmd": name, "params": parameters})

    def set_width(self, width):
        self.developer_command("Emulation.setDeviceMetricsOverride",
                               {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})

    def set_scheme(self, scheme):
        """"light" or "dark"."""
        self.developer_command("Emulation.setEmulatedMedia",
                               {"features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def open(self, url):
        self.command("POST", "url", {"url": url})

    def run(self, script, *arguments):
        """Runs the body of a function in the page, and returns what it returns."""
        return self.command("POST", "execute/sync", {"script": script, "args": list(arguments)})

    def element(self, selector):
        return self.command("POST", "element", {"using": "css selector", "value": selector})[ELEMENT_KEY]

    def click(self, selector):
        self.command("POST", f"element/{self.element(selector)}/click", {})

    def type(self, selector, text):
        self.command("POST", f"element/{self.element(selector)}/value", {"text": text})

    def press(self, keys):
        """Keys for whatever has the focus."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.command("POST", "actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def complaints(self):
        """What the browser wrote to its console: mistakes of the script, and what the policy of the page forbade."""
        return [entry["message"] for entry in self.command("POST", "se/log", {"type": "browser"})]

    def close(self):
        request("DELETE", f"{self.address}/session/{self.session}")


def printed(page):
    """The page as PDF. chromedriver would wait for ten seconds only, so a browser of its own prints it."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = pathlib.Path(folder) / "page.pdf"
        command = [shutil.which("chromium"), *ARGUMENTS, f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
                   f"--print-to-pdf={pdf}", page.resolve().as_uri()]
        subprocess.run(command, capture_output=True, check=False, timeout=SECONDS_PER_COMMAND)
        return pdf.read_bytes() if pdf.exists() else b""


def request(method, url, body=None):
    data = json.dumps(body).encode() if body is not None else None
    call = urllib.request.Request(url.rstrip("/"), data=data, method=method, headers={"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(call, timeout=SECONDS_PER_COMMAND) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise WebDriverError(error.read().decode(errors="replace")[:2000]) from error


@contextlib.contextmanager
def driver():
    """Runs chromedriver on a free port; gives its address."""
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(["chromedriver", "--port=0"], stdout=log, stderr=subprocess.STDOUT,
                                   start_new_session=True)
        try:
            yield f"http://127.0.0.1:{port_of(log, process)}"
        finally:
            # With it goes a browser that hangs.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=SECONDS_TO_START)


def port_of(log, process):
    """The port that chromedriver says it listens on."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        log.seek(0)
        text = log.read()
        if "started successfully on port" in text:
            return int(text.split("started successfully on port")[1].split(".")[0])
        time.sleep(0.05)
    raise WebDriverError("chromedriver does not start")
