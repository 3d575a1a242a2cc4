# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The ways through the program on which pictures are taken: `pictures` starts this inside a display
and a sound server, once for each look. Usage:
picture_tours.py BUILD FOLDER LANGUAGE THEME TEXT NAME..."""

import collections
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))

# In the order in which they come on the way.
TOURS = {
    "library": ["library", "library-search", "library-nothing", "library-add", "library-more",
                "preferences-general", "preferences-sound", "preferences-keys",
                "preferences-appearance", "preferences-class", "preferences-store", "preferences-store-stop",
                "key-sheet", "about", "sound-check",
                "start", "start-name-missing", "faults"],
    "interrupted": ["library-interrupted"],
    "history_empty": ["history-empty"],
    "exam": ["start-exam", "exam-settings", "console-exam", "finish-exam", "summary-exam"],
    "guided": ["console-guided"],
    "classroom_empty": ["classroom-empty"],
    "classroom": ["classroom", "classroom-who", "classroom-sessions", "classroom-faults", "classroom-summary"],
    "history": ["history", "history-manage", "history-summary", "history-trainee"],
    "console": ["console-empty", "console-ringing", "console-talking", "console-briefing",
                "console-volume", "console-hold", "console-consult", "console-recall",
                "console-directory", "console-directory-nobody", "console-pad-completion",
                "console-pad", "console-slips", "console-paused",
                "finish-question", "summary", "summary-calls", "call-detail", "save-report"],
    "many_lines": ["console-many-lines"],
}


def pages():
    return [page for tour in TOURS.values() for page in tour]


class Stage:
    """The program in one look, and the camera before it."""

    def __init__(self, build, folder, look, names):
        import sight
        self.sight_module = sight
        self.build, self.folder, self.look = build, folder, look
        self.sizes = collections.defaultdict(list)  # of each page that is wanted
        for name in sorted(names):
            size, page = re.search(r"-(\d+x\d+)-(.+)", name).groups()
            self.sizes[page].append(size)
        self.say = sight.words_of(look[0], build)
        self.program = None
        self.sight = None
        self.window = 0
        self.text = self.say

    def words(self, label):
        return self.sight_module.plain(self.say(label))

    def wants(self, page):
        return page in self.sizes

    def settings(self, mode="practice", class_folder=""):
        """What the keyfile backend of GSettings reads; the program is started after."""
        language, theme, text = self.look
        path = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
        with open(path, "w", encoding="utf-8") as file:
            file.write("[org/gnome/desktop/interface]\ntoolkit-accessibility=true\n\n"
                       "[org/frontdesk/Frontdesk]\ntheme='%s'\ntext-scale=%.1f\nlanguage='%s'\n"
                       "mode='%s'\nclass-folder='%s'\n" % (theme, text / 100, language, mode, class_folder))

    def start(self, *arguments, mode="practice", class_folder=""):
        import hand
        self.settings(mode, class_folder)
        self.program = subprocess.Popen(
            [os.path.join(self.build, "src", "frontdesk"), *arguments])
        self.sight = self.sight_module.Sight(self.program.pid)
        self.window = self.sight_module.wait_for(
            "the window", lambda: hand.windows_of(self.program.pid))[-1]

    def stop(self):
        if self.program is not None:
            self.program.terminate()
            self.program.wait(10)
            self.program = None

    # Acting.

    def press(self, label, role="push button"):
        """Presses a button, or whatever has one action, by the accessibility bus."""
        thing = self.sight.wait(role, self.words(label))
        thing.node.do_action(0)

    def find_below(self, label):
        """A button to which one may have to scroll."""
        from gi.repository import Atspi
        return self.sight.wait("push button", self.words(label), Atspi.StateType.VISIBLE).node

    def reach(self, label):
        """Presses such a button, by giving it the keyboard."""
        node = self.find_below(label)
        node.grab_focus()
        node.do_action(0)

    def key(self, *names):
        import hand
        hand.press(*names)

    def write(self, text):
        import hand
        hand.write(text)

    def field(self, label):
        return self.sight.wait("text", self.words(label))

    # Pictures.

    def place(self, width, height):
        """Gives the window the size, and puts what stands over it in its middle."""
        import hand
        hand.xdotool("windowsize", self.window, width, height)
        for window in hand.windows_of(self.program.pid):
            if window == self.window:
                continue
            geometry = dict(line.split("=") for line in hand.xdotool(
                "getwindowgeometry", "--shell", window).split("\n"))
            if self.is_dialog():
                hand.xdotool("windowmove", window, max((width - int(geometry["WIDTH"])) // 2, 0),
                             max((height - int(geometry["HEIGHT"])) // 2, 0))

    def is_dialog(self):
        return any(window.get_role_name() != "window" for window in self.sight.windows()[1:])

    def shoot(self, page, afresh=None):
        """Takes the page in each size. What hangs on a place in the window, as a menu does, is
        brought about `afresh` after each change of the size."""
        import hand
        language, theme, text = self.look
        for size in self.sizes.get(page, []):
            width, height = [int(one) for one in size.split("x")]
            hand.point(0, 0)
            self.place(width, height)
            if afresh is not None:
                afresh()
            self.take("%s-%s-%d-%s-%s" % (language, theme, text, size, page), size)

    def take(self, name, size):
        """A picture that holds still: taken until two are alike, five times at most."""
        path = os.path.join(self.folder, name + ".png")
        before = None
        for _ in range(5):
            time.sleep(0.2)
            now = subprocess.run(["import", "-window", "root", "-crop", size + "+0+0", "+repage",
                                  "-define", "png:compression-level=4", "png:-"],
                                 capture_output=True, check=True).stdout
            if now == before:
                break
            before = now
        with open(path + ".new", "wb") as file:
            file.write(now)
        os.rename(path + ".new", path)

    # The tours.

    def shift(self, name):
        return os.path.join(HERE, "picture-shifts", name)

    def library(self):
        from gi.repository import Atspi
        self.start()
        self.sight.wait("list item", "", seconds=30)
        self.sight_module.wait_for("every scenario", lambda: not self.sight.says(
            self.say("Reading the scenarios…")), 30)
        self.shoot("library")
        if self.wants("library-add"):
            self.press("_Add", "toggle button")
            self.shoot("library-add")
            self.key("Escape")
        if self.wants("library-more"):
            self.press("_More", "toggle button")
            self.shoot("library-more")
            self.key("Escape")
        search = next(thing for thing in self.sight.things(Atspi.StateType.EDITABLE))
        search.node.grab_focus()
        self.write("mo")
        self.shoot("library-search")
        self.write("zzz")
        self.shoot("library-nothing")
        self.over("preferences-general", lambda: self.press("_Preferences"))
        for page, title in (("sound", "Sound"), ("keys", "Keys"), ("appearance", "Appearance"), ("class", "Class")):
            self.over("preferences-" + page, lambda: (self.press("_Preferences"),
                                                      self.turn_to(title)))
        self.over("preferences-store", self.open_store_choices)
        self.over("preferences-store-stop", lambda: (self.open_store_choices(),
                                                     self.find_below("S_top delivering").grab_focus(),
                                                     self.reach("Use this st_ore")))
        self.over("key-sheet", lambda: self.key("ctrl+question"))
        self.over("about", lambda: (self.press("Menu", "toggle button"),
                                    self.press("_About Frontdesk")))
        self.stop()
        self.start_pages()

    def over(self, page, bring):
        """A window that stands over the program's, and goes by Escape."""
        if not self.wants(page):
            return
        self.place(1024, 700)  # it is as large as the window under it lets it be
        bring()
        self.sight_module.wait_for("what stands over the window", self.is_dialog)
        self.shoot(page)
        self.key("Escape")
        self.sight_module.wait_for("it to go", lambda: not self.is_dialog())

    def open_store_choices(self):
        """It stays open once it was."""
        self.press("_Preferences")
        self.turn_to("Class")
        expander = self.sight.wait("toggle button", self.words("_Learning record store (xAPI)"))
        if not self.sight.find("text", self.words("A_ddress")):
            expander.node.do_action(0)

    def turn_to(self, title):
        """The list of pages has the keyboard when the preferences open, on the one last shown."""
        self.sight_module.wait_for("the preferences", self.is_dialog)
        row = self.sight.wait("list item", self.say(title))
        row.node.grab_focus()
        self.key("space")

    def start_pages(self):
        if any(self.wants(page) for page in ("start", "start-name-missing", "sound-check")):
            self.start(self.shift(self.look[0]))
            self.find_below("Start the shift")
            self.shoot("start")
            self.reach("Start the shift")
            self.shoot("start-name-missing")
            if self.wants("sound-check"):
                self.reach("_Check the sound…")
                self.sight_module.wait_for("the sound check", self.is_dialog)
                self.shoot("sound-check")
            self.stop()
        if self.wants("faults"):
            self.start(self.shift("faulty"))
            self.sight.wait("push button", self.words("_All scenarios"))
            self.shoot("faults")
            self.stop()

    def name_oneself(self, name):
        """The field of the name has the keyboard from the start, also where it is out of sight."""
        self.sight.wait("push button", self.words("_All scenarios"))
        self.key("ctrl+a")
        self.write(name)
        self.key("Return")

    def begin(self, name):
        self.name_oneself(name)
        self.wait_for_desk()

    def wait_for_desk(self):
        self.sight.wait("push button", self.say("Line %u, idle") % 1, seconds=30)

    def exam(self):
        scenarios = os.path.join(os.path.dirname(self.build), "scenarios")
        self.start(os.path.join(scenarios, "exam" if self.look[0] == "en" else "slutprov"))
        self.find_below("Begin the exam…")
        self.shoot("start-exam")
        if any(self.wants(page) for page in ("exam-settings", "console-exam", "finish-exam", "summary-exam")):
            self.name_oneself("Kim Andersson")
            self.sight_module.wait_for("the settings", self.is_dialog)
            self.shoot("exam-settings")
            self.press("_Begin the exam")
            self.wait_for_desk()
            self.shoot("console-exam")
            self.key("ctrl+f")
            self.sight_module.wait_for("the question", self.is_dialog)
            self.shoot("finish-exam")
            self.press("Finish now")
            self.sight.wait("push button", self.say("_Work it again").replace("_", ""))
            self.shoot("summary-exam")
        self.stop()

    def guided(self):
        """What the coach says when nobody answers."""
        from gi.repository import Atspi
        self.start(self.shift(self.look[0]), mode="guided")
        self.begin("Kim Andersson")
        self.line(1, "ringing")
        self.sight_module.wait_for("the coach", lambda: self.sight.find(
            "toggle button", self.say("Why?"), Atspi.StateType.SENSITIVE), 30)
        self.press("Why?", "toggle button")
        self.shoot("console-guided")
        self.stop()

    def history(self):
        demo = os.path.join(self.build, "tests", "app", "history-demo")
        if not os.path.exists(demo):
            subprocess.run(["ninja", "-C", self.build, "tests/app/history-demo"], check=True,
                           stdout=subprocess.DEVNULL)
        subprocess.run([demo, "40", "6"], check=True)
        self.start()
        self.press("_History and progress")
        self.sight.wait("table cell", "")
        self.shoot("history")
        if self.wants("history-manage"):
            self.press("Manage the history", "toggle button")
            self.shoot("history-manage")
            self.key("Escape")
        if self.wants("history-summary") or self.wants("history-trainee"):
            self.press("_Open the session")
            self.sight.wait("push button", self.words("_Save report…"))
            self.shoot("history-summary")
            self.press("P_rogress")
            self.sight.wait_for_words(self.say("Mistakes that persist"))
            self.shoot("history-trainee")
        self.stop()

    def history_empty(self):
        self.start()
        self.press("_History and progress")
        self.sight.wait_for_words(self.say("No session yet"))
        self.shoot("history-empty")
        self.stop()

    def visit_class(self):
        self.press("Menu", "toggle button")
        self.press("_Class")

    def classroom_empty(self):
        self.start()
        self.visit_class()
        self.sight.wait_for_words(self.say("No class folder yet"))
        self.shoot("classroom-empty")
        self.stop()

    def classroom(self):
        """A class of thirty with twenty scenarios, and what has no business in its folder."""
        import made_class
        import pathlib
        with tempfile.TemporaryDirectory() as place:
            made = made_class.MadeClass(os.path.join(self.build, "src", "frontdesk"), place)
            made.fill(30, 20, 3)
            made.add_foreign()
            self.start(class_folder=pathlib.Path(place).as_uri())
            self.visit_class()
            self.sight.wait("push button", "Anna Frome", seconds=60)
            self.shoot("classroom")
            if self.wants("classroom-sessions"):
                self.shoot("classroom-sessions", lambda: self.key("shift+F10"))
                self.key("Escape")
            if self.wants("classroom-faults"):
                self.over("classroom-faults", self.press_faults)
            if self.wants("classroom-who"):
                self.reach(self.say("Response") + ". ")
                self.shoot("classroom-who")
                self.key("Escape")
            if self.wants("classroom-summary"):
                self.press("_Open the latest")
                self.sight.wait("push button", self.words("_Save report…"))
                self.shoot("classroom-summary")
            self.stop()

    def press_faults(self):
        """The only button that begins with their number, in any language."""
        self.press("3 ")

    def interrupted(self):
        """A journal that stops in the midst, as when the machine did."""
        sessions = os.path.join(os.environ["XDG_DATA_HOME"], "frontdesk", "sessions")
        journal = os.path.join(sessions, "2026-11-27T091407-kim.journal")
        os.makedirs(sessions, exist_ok=True)
        subprocess.run([os.path.join(self.build, "src", "frontdesk"), "simulate",
                        self.shift(self.look[0]), "--journal", journal], check=True,
                       stdout=subprocess.DEVNULL)
        with open(journal, encoding="utf-8") as file:
            lines = file.read().splitlines(keepends=True)
        lines[0] = lines[0].replace('"simulated"', '"practice"').replace('"steady"', '"Kim Andersson"')
        with open(journal, "w", encoding="utf-8") as file:
            file.writelines(lines[:len(lines) // 2])
        self.start()
        self.sight.wait("push button", self.say("Continue"), seconds=30)
        self.shoot("library-interrupted")
        self.stop()
        os.unlink(journal)

    def line(self, number, state):
        """Waits for it, also where one has to scroll to it."""
        from gi.repository import Atspi
        name = (self.say("Line %%u, %s, %%s" % state) % (number, "")).strip()
        return self.sight.wait("push button", name, Atspi.StateType.VISIBLE)

    def console(self):
        swedish = self.look[0] == "sv"
        self.start(self.shift(self.look[0]))
        self.begin("Kim Andersson")
        self.shoot("console-empty")
        self.line(1, "ringing")
        self.shoot("console-ringing")
        self.key("F1")
        self.line(1, "connected")
        self.key("alt+1")
        self.sight.wait_for_words(self.say("The caller is speaking."))
        self.shoot("console-talking")
        if self.wants("console-briefing"):
            self.key("ctrl+i")
            self.shoot("console-briefing")
            self.key("Escape")
        if self.wants("console-volume"):
            self.press("Volume", "toggle button")
            self.shoot("console-volume")
            self.key("Escape")
        self.line(5, "ringing")
        self.key("alt+8")
        self.key("F2")
        self.line(2, "connected")
        self.key("alt+1")
        self.shoot("console-hold")
        self.key("ctrl+k")
        self.write("ekegren" if swedish else "ashdown")
        self.key("shift+Return")
        self.line(2, "consulting")
        self.announce()
        self.shoot("console-consult")
        self.key("ctrl+Return")
        self.line_idle(2)
        self.key("F1")
        self.line(1, "connected")
        self.key("ctrl+d")
        self.write("ok" if not swedish else "ko")
        self.shoot("console-directory")
        self.write("zzz")
        self.shoot("console-directory-nobody")
        self.key("ctrl+a", "BackSpace")
        self.key("ctrl+m")
        self.shoot("console-pad-completion", self.complete)
        self.key("Escape")
        self.fill_slip(swedish)
        self.shoot("console-pad")
        self.key("ctrl+t")
        self.write("malm" if swedish else "pember")
        self.key("Return")
        self.line(1, "recall")
        self.shoot("console-recall")
        if self.wants("console-slips"):
            toggles = [thing for thing in self.sight.things() if thing.role == "toggle button"]
            if toggles:  # the lowest is the pad's; with large text it may be out of sight
                max(toggles, key=lambda thing: thing.y).node.do_action(0)
                self.shoot("console-slips")
                self.key("Escape")
        self.key("ctrl+p")
        self.sight.wait_for_words(self.say("Paused"))
        self.shoot("console-paused")
        self.key("ctrl+p")
        self.key("ctrl+f")
        self.sight_module.wait_for("the question", self.is_dialog)
        self.shoot("finish-question")
        self.press("Finish now")
        self.sight.wait("push button", self.words("_Work it again"), seconds=30)
        self.summary()
        self.stop()

    def announce(self):
        """Once the colleague is there; with large text the button may be out of sight."""
        from gi.repository import Atspi
        announce = self.say("Announce the caller")
        self.sight_module.wait_for("the colleague", lambda: self.sight.find(
            "push button", announce, Atspi.StateType.VISIBLE, Atspi.StateType.SENSITIVE))
        self.sight_module.wait_for("the colleague's answer", lambda: self.sight.says("kegren."
            if self.look[0] == "sv" else "shdown."))
        self.key("alt+e")
        self.sight_module.wait_for("the colleague's consent", lambda: self.sight.find(
            "push button", self.say("Complete"), Atspi.StateType.VISIBLE,
            Atspi.StateType.SENSITIVE))

    def complete(self):
        self.key("Escape", "ctrl+a", "BackSpace")
        self.write("r")
        time.sleep(0.5)

    def line_idle(self, number):
        self.sight.wait("push button", self.say("Line %u, idle") % number)

    def fill_slip(self, swedish):
        self.key("ctrl+m")
        self.key("ctrl+a")
        values = (["Rutger Malmsköld", "Carl-Johan Wachtmeister-Gyllenstierna", "Nordvik Bygg",
                   "0701740605"] if swedish else
                  ["Rupert Pemberton", "Montgomery Worthington-Smythe", "Quill Books Ltd",
                   "01632960147"])
        for value in values:
            self.write(value)
            self.key("Escape", "Tab")  # the proposals of names take the first key for themselves
        self.press("Please call", "check box")
        self.field_of_note().grab_focus()
        self.write("Uppmätningen av kvarnen, ärende 4417, är försenad." if swedish
                   else "Survey of the mill, reference 4417, is late.")

    def field_of_note(self):
        from gi.repository import Atspi
        return [thing for thing in self.sight.things(Atspi.StateType.EDITABLE)
                if thing.node.get_state_set().contains(Atspi.StateType.MULTI_LINE)][-1].node

    def wheel(self, times):
        import hand
        hand.click(300, 200, 5 if times > 0 else 4, abs(times))
        time.sleep(0.3)

    def summary(self):
        from gi.repository import Atspi
        self.shoot("summary")
        row = self.say("Call %u, %s: %s, %.2f of 100 points").split("%")[0] + "1"
        self.sight.wait("toggle button", row, Atspi.StateType.VISIBLE)
        self.shoot("summary-calls", lambda: self.wheel(40))
        self.sight.find("toggle button", row, Atspi.StateType.VISIBLE).node.do_action(0)
        self.shoot("call-detail", lambda: self.wheel(40))
        if self.wants("save-report"):
            self.press("_Save report…")
            self.sight_module.wait_for("the dialogue", self.is_dialog)
            self.shoot("save-report")

    def many_lines(self):
        """The same shift on as many lines as a telephone may have."""
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(self.shift(self.look[0]), "scenario.yaml"),
                      encoding="utf-8") as file:
                text = file.read()
            with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
                file.write(text.replace("lines: 6", "lines: 24"))
            self.start(folder)
            self.begin("Kim Andersson")
            self.line(5, "ringing")
            self.key("F1")
            self.line(1, "connected")
            self.shoot("console-many-lines")
            self.stop()


def main():
    import hand
    build, folder, language, theme, text = sys.argv[1:6]
    stage = Stage(build, folder, (language, theme, int(text)), sys.argv[6:])
    failed = 0
    with tempfile.TemporaryDirectory() as locales, hand.Manager():
        subprocess.run(["localedef", "-i", "sv_SE", "-f", "UTF-8",
                        os.path.join(locales, "sv_SE.UTF-8")], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        subprocess.run(["localedef", "-i", "en_GB", "-f", "UTF-8",
                        os.path.join(locales, "en_GB.UTF-8")], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.environ.update(LOCPATH=locales, LANGUAGE=language,
                          LC_ALL={"en": "en_GB.UTF-8", "sv": "sv_SE.UTF-8"}[language])
        for tour, its_pages in TOURS.items():
            if not any(stage.wants(page) for page in its_pages):
                continue
            try:
                getattr(stage, tour)()
            except BaseException:
                traceback.print_exc()
                name = "failed-%s-%s.png" % ("-".join(sys.argv[3:6]), tour)
                subprocess.run(["import", "-window", "root", os.path.join(folder, name)],
                               check=False)
                failed += 1
            finally:
                stage.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
