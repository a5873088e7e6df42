"""The AWS emulator moto on a free port of the loopback interface, for tests.

Prints one line of JSON: its port, the types of CloudFormation that it has, and those that are stood in for it by the modules beside.
Then it serves until its standard input ends, so that it never outlives the test that started it.
"""

import importlib.util
import json
import logging
import os
import sys
import threading
import warnings

MISSING = 3

if importlib.util.find_spec("moto") is None or importlib.util.find_spec("werkzeug") is None:
    sys.exit(MISSING)

warnings.simplefilter("ignore")
logging.getLogger("werkzeug").setLevel(logging.ERROR)
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from moto.cloudformation import parsing  # noqa: E402
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

import cloudformation  # noqa: E402
import deletion  # noqa: E402
import standins  # noqa: E402


def main():
    own = sorted(kind for kind in parsing.get_model_map() if "::" in kind)
    cloudformation.correct()
    deletion.correct()
    stood_in = standins.register()
    app = standins.answers.Answering(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    standins.api.PORT = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    own = [kind for kind in own if kind not in stood_in]
    print(json.dumps({"port": server.server_port, "own": own, "stoodIn": stood_in}), flush=True)
    sys.stdin.read()
    # At once: the emulator has threads that would keep the process.
    os._exit(0)


main()
