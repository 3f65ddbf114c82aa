"""A mesh on one machine: replicas of the real binary behind a real Envoy with the shipped configuration, and ghz as their callers."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SERVICE = "qimma.v1.ExtractionService"
PATIENCE = 30.0


def free_ports(count):
    """Ports that nobody listens on; all are held until all are known, so that they differ."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def fetch(url):
    with urllib.request.urlopen(url, timeout=5) as answer:
        return answer.read().decode()


def until(what, condition):
    """Waits for something that must come."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if condition():
                return
        time.sleep(0.05)
    raise TimeoutError(what)


class Replica:
    """One server, which may be stopped and started again on its ports."""

    def __init__(self, binary, log, settings):
        self.binary, self.log, self.settings = binary, log, settings
        self.port, self.admin = free_ports(2)
        self.process = None

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def start(self):
        # Envoy and the callers would have machines of their own: here they go before the servers wherever processors are short.
        command = ["nice", "-n", "10", self.binary, "serve", "--listen", self.address, "--admin-listen", f"127.0.0.1:{self.admin}", "--log-format", "json"]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command + self.settings, stderr=log, stdin=subprocess.DEVNULL)
        until(f"{self.address} serves", lambda: fetch(f"http://127.0.0.1:{self.admin}/readyz"))

    def send(self, number):
        self.process.send_signal(number)

    def end(self, number=signal.SIGTERM):
        self.send(signal.SIGCONT)
        self.send(number)
        return self.process.wait(timeout=PATIENCE)

    def metric(self, name):
        """The sum of a metric's values, as the server reports it."""
        lines = fetch(f"http://127.0.0.1:{self.admin}/metrics").splitlines()
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if re.match(rf"{name}[ {{]", line))

    def memory(self, what="VmRSS"):
        """Resident memory in MiB; `VmHWM` is the most there ever was."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+) kB", status)[1]) / 1024


class Mesh:
    """Envoy before so many replicas."""

    def __init__(self, binary, envoy, settings, count=3):
        self.folder = Path(tempfile.mkdtemp(prefix="qimma-mesh-"))
        self.gazetteer = self.folder / "gazetteer"
        shutil.copytree(ROOT / "gazetteer", self.gazetteer)
        settings = ["--gazetteer", str(self.gazetteer), *settings]
        self.replicas = [Replica(binary, self.folder / f"server-{at}.log", settings) for at in range(count)]
        self.port, self.admin = free_ports(2)
        self.envoy = envoy

    def __enter__(self):
        try:
            for replica in self.replicas:
                replica.start()
            config = self.folder / "envoy.yaml"
            config.write_text(self.configuration())
            command = [self.envoy, "--config-path", str(config), "--concurrency", "1", "--log-level", "warn", "--disable-hot-restart"]
            with open(self.folder / "envoy.log", "wb") as log:
                self.envoy_process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
            until("Envoy sees every replica healthy", lambda: self.healthy() == len(self.replicas))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in [replica.process for replica in self.replicas] + [getattr(self, "envoy_process", None)]:
            if process and process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def configuration(self):
        """The shipped configuration with other ports and as many endpoints as there are replicas; nothing else is changed."""
        text = (ROOT / "deploy/envoy/envoy.yaml").read_text()
        text = text.replace("port_value: 9901", f"port_value: {self.admin}").replace("port_value: 10000", f"port_value: {self.port}")
        endpoints = re.findall(r"^ *- endpoint: .*\n", text, re.MULTILINE)
        ours = "".join(re.sub(r"port_value: \d+", f"port_value: {replica.port}", endpoints[0]) for replica in self.replicas)
        return text.replace("".join(endpoints), ours)

    def hosts(self):
        """What Envoy knows of each replica, by port."""
        clusters = json.loads(fetch(f"http://127.0.0.1:{self.admin}/clusters?format=json"))["cluster_statuses"]
        hosts = next(cluster for cluster in clusters if cluster["name"] == "qimma")["host_statuses"]
        return {host["address"]["socket_address"]["port_value"]: host for host in hosts}

    def healthy(self):
        return sum("failed_active_health_check" not in host["health_status"] for host in self.hosts().values())

    def stat(self, name):
        """One of Envoy's counters of the cluster."""
        return int(fetch(f"http://127.0.0.1:{self.admin}/stats?filter=^cluster.qimma.{name}$").rsplit(" ", 1)[1])

    def sent(self):
        """How many requests each replica was sent, in the order of the replicas."""
        hosts = self.hosts()
        count = lambda host: next(int(stat.get("value", 0)) for stat in host["stats"] if stat["name"] == "rq_total")
        return [count(hosts[replica.port]) for replica in self.replicas]


class Load:
    """ghz calling one method; runs beside whatever else happens."""

    def __init__(self, ghz, address, data, method=f"{SERVICE}/ExtractEntities", **options):
        self.input, self.output = (tempfile.NamedTemporaryFile(suffix=".json") for _ in range(2))
        Path(self.input.name).write_text(json.dumps(data, ensure_ascii=False))
        command = [ghz, "--insecure", "--call", method, "--data-file", self.input.name, "--format", "json", "--output", self.output.name]
        command += ["--timeout", "20s", "--duration-stop", "wait"]
        for name, value in options.items():
            command += [f"--{name}"] if value is True else [f"--{name}", str(value)]
        self.process = subprocess.Popen([*command, address], stdin=subprocess.DEVNULL)

    def result(self):
        if self.process.wait() != 0:
            raise RuntimeError(f"ghz ended with {self.process.returncode}")
        return Result(json.load(open(self.output.name)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Result:
    """Every call's status and latency in milliseconds."""

    def __init__(self, report):
        self.calls = [(call["status"], call["latency"] / 1e6) for call in report["details"]]
        self.seconds = report["total"] / 1e9
        self.errors = report.get("errorDistribution") or {}

    def count(self, *statuses):
        return sum(status in statuses for status, _ in self.calls)

    def failed(self):
        return len(self.calls) - self.count("OK")

    def percentile(self, share, *statuses):
        """A percentile of the latencies of the calls that ended so; of all where none is given."""
        latencies = sorted(latency for status, latency in self.calls if not statuses or status in statuses)
        return latencies[min(len(latencies) - 1, int(share * len(latencies)))] if latencies else float("nan")

    def goodput(self):
        """Answers a second."""
        return self.count("OK") / self.seconds
