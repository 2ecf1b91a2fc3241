"""A mail server of twenty-odd lines: takes what comes, or refuses when told to."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Sink:
    port: int = 0
    refuses: bool = False
    answer: str = "451 later"
    mails: list[str] = field(default_factory=list)


@contextmanager
def smtp_sink() -> Iterator[Sink]:
    sink = Sink()

    class Talk(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

        def handle(self) -> None:
            self.say("220 sink")
            while verb := self.rfile.readline().decode()[:4].strip().upper():
                if verb == "DATA":
                    self.say("354 go on")
                    lines = list(iter(lambda: self.rfile.readline().decode(), ".\r\n"))
                    sink.mails.append("".join(lines))
                refused = verb == "RCPT" and sink.refuses
                self.say(sink.answer if refused else "221 bye" if verb == "QUIT" else "250 ok")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.daemon_threads = True
        sink.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield sink
        finally:
            server.shutdown()
