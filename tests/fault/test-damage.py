# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are damaged, foreign, newer or locked away: named, refused, and never touched."""
import os
import random
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap

SEED = int(os.environ.get("CVN_SEED", "7"))
place = centre.folder()
sample = centre.make_sample(os.path.join(place, "sample.convenant"))

# Every way to open a file without a window.
TASKS = (["--check"], ["--figures", "2019"], ["--import", centre.SAMPLE],
         ["--export", "organisation", "--output", os.path.join(place, "out.csv")])


def path_for(name):
    return os.path.join(centre.folder(), name)


def refuse(path, *words):
    """Each task says the same in a sentence, with status 3, and leaves the file as it was."""
    before = centre.digest(path)
    for task in TASKS:
        done = centre.run("--file", path, *task)
        assert done.returncode == centre.UNREADABLE, (task, done)
        assert done.stdout == "", (task, done)
        assert done.stderr.startswith("convenant: ") and done.stderr.splitlines()[0].endswith("."), (task, done)
        assert os.path.basename(path) in done.stderr, (task, done)
        for word in words:
            assert word in done.stderr, (task, word, done)
        assert centre.digest(path) == before, task
    return done.stderr


def test_flipped_byte_is_named():
    """Texts of several kinds; the record is named by its kind and id."""
    for kind, column in (("organisation", "name_nl"), ("risk", "title_nl"), ("agreement", "title_nl"), ("milestone", "title_nl"),
                         ("instalment", "due_date"), ("invoice", "number")):
        columns = [row[1] for row in centre.query(sample, f"PRAGMA table_info({kind})")]
        column = column if column in columns else "title"
        identity, value = centre.query(sample, f"SELECT id, {column} FROM {kind} ORDER BY length({column}) DESC LIMIT 1")[0]
        path = path_for("flipped.convenant")
        shutil.copy(sample, path)
        flip_in_row(path, kind, column, identity, value)
        done = centre.run("--file", path, "--check")
        assert done.returncode == centre.FAULTS, (kind, done)
        assert f"{kind} {identity}: " in done.stdout, (kind, identity, done)


def flip_in_row(path, kind, column, identity, value):
    """Alters the copy of a text that lies in its record, not the one in an index, the journal or the words to search."""
    text = value.encode()
    with open(path, "rb") as file:
        data = file.read()
    start = 0
    while (start := data.find(text, start)) >= 0:
        with open(path, "wb") as file:
            file.write(data[:start] + bytes([text[0] ^ 1]) + data[start + 1:])
        if centre.query(path, f"SELECT {column} <> ? FROM {kind} NOT INDEXED WHERE id = ?", value, identity) == [(1,)]:
            return
        start += 1
    raise AssertionError(f"no row of {kind} holds {value}")


def test_update_by_hand_is_named():
    path = path_for("by-hand.convenant")
    shutil.copy(sample, path)
    with sqlite3.connect(path) as db:
        identity, = db.execute("SELECT id FROM commitment ORDER BY amount DESC LIMIT 1").fetchone()
        db.execute("UPDATE commitment SET amount = amount + 1 WHERE id = ?", [identity])
    db.close()
    done = centre.run("--file", path, "--check")
    assert done.returncode == centre.FAULTS and f"commitment {identity}: " in done.stdout, done


def test_truncated():
    for share in (1, 30, 60, 95):
        path = path_for("truncated.convenant")
        shutil.copy(sample, path)
        os.truncate(path, os.path.getsize(path) * share // 100)
        refuse(path)


def test_random_bytes():
    path = path_for("random.convenant")
    with open(path, "wb") as file:
        file.write(random.Random(SEED).randbytes(65536))
    refuse(path)


def test_damaged_header():
    path = path_for("header.convenant")
    shutil.copy(sample, path)
    with open(path, "r+b") as file:
        file.write(b"\0" * 512)
    refuse(path)


def test_picture():
    path = path_for("picture.jpg")
    with open(path, "wb") as file:
        file.write(bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + bytes(2000) + b"\xff\xd9")
    refuse(path)


def test_empty_file():
    """Somebody's empty file is not a new centre, but an import may make one of it: whichever, --check refuses it."""
    path = path_for("empty.convenant")
    open(path, "wb").close()
    for task in TASKS[:2]:
        done = centre.run("--file", path, *task)
        assert done.returncode == centre.UNREADABLE and done.stderr.startswith("convenant: "), (task, done)
        assert os.path.getsize(path) == 0, task


def test_database_of_another_program():
    path = path_for("other.convenant")
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE organisation (id TEXT)")
    db.close()
    refuse(path)


def test_newer_version():
    path = path_for("newer.convenant")
    shutil.copy(sample, path)
    with sqlite3.connect(path) as db:
        version, = db.execute("PRAGMA user_version").fetchone()
        db.execute(f"PRAGMA user_version = {version + 1}")
    db.close()
    refuse(path, "newer")


def test_backups_are_offered():
    """A file that cannot be read has backups beside it: they are listed, and one put back mends it."""
    path = path_for("mended.convenant")
    shutil.copy(sample, path)
    os.mkdir(path + "-backups")
    backup = os.path.join(path + "-backups", "20201230T120000Z.convenant")
    shutil.copy(sample, backup)
    os.truncate(path, 5000)
    damaged = centre.digest(path)
    assert backup in refuse(path).splitlines()
    kept = centre.must("--file", path, "--restore", backup).split()[-1]
    assert centre.digest(kept) == damaged, kept
    centre.must("--file", path, "--check")


def test_lost_journal_is_noticed():
    """A change whose entry in the journal is gone."""
    path = path_for("journal.convenant")
    shutil.copy(sample, path)
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM journal WHERE rowid = (SELECT max(rowid) FROM journal)")
    db.close()
    done = centre.run("--file", path, "--check")
    assert done.returncode == centre.FAULTS and done.stdout, done


def locked_away(path, *commands):
    """Runs the program as somebody who may read but not write the file and its folder."""
    if os.geteuid() != 0:
        raise tap.Skip("only root can become somebody else")
    return centre.run("--file", path, *commands, before=["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"])


def test_old_file_without_its_log():
    """The changes were in the log only, and the log is lost: what was acknowledged is missing, and --check says so."""
    path = path_for("log.convenant")
    shutil.copy(sample, path)
    add = os.path.join(os.path.dirname(path), "organisaties.csv")
    with open(add, "w", encoding="utf-8") as file:
        file.write("org_id,naam,soort\nlost,Lost and Found,other\n")
    centre.must("--file", path, "--import", add)
    shutil.copy(sample, path)
    done = centre.run("--file", path, "--check")
    assert done.returncode == centre.FAULTS and done.stdout, done


def test_read_only_file_and_folder():
    around = centre.folder()
    path = os.path.join(around, "locked.convenant")
    shutil.copy(sample, path)
    os.chmod(path, 0o444)
    os.chmod(around, 0o555)
    before = centre.digest(path)
    probe = locked_away(path, "--version")
    if probe.returncode != 0:
        raise tap.Skip("somebody else cannot run the program where it was built")
    done = locked_away(path, "--figures", "2019", "--json")
    assert done.returncode == centre.DONE and '"registrations":792' in done.stdout, done
    assert locked_away(path, "--check").returncode == centre.DONE
    done = locked_away(path, "--import", centre.SAMPLE)
    assert done.returncode == centre.UNREADABLE and done.stderr.startswith("convenant: "), done
    out = os.path.join(around, "out.csv")
    done = locked_away(path, "--export", "organisation", "--output", out)
    assert done.returncode == centre.UNWRITABLE and not os.path.exists(out), done
    assert centre.digest(path) == before and os.listdir(around) == ["locked.convenant"], os.listdir(around)


def test_read_only_medium():
    """A folder bound read-only, as a disc is, even for root."""
    around = centre.folder()
    shutil.copy(sample, os.path.join(around, "disc.convenant"))
    script = ('mount --bind "$around" "$around" && mount -o remount,ro,bind "$around" || exit 99\n'
              '"$program" --file "$around/disc.convenant" --figures 2019 --json || exit 1\n'
              '"$program" --file "$around/disc.convenant" --import "$csv"; echo "status $?"')
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, timeout=centre.PATIENCE,
                          env=os.environ | {"around": around, "program": centre.PROGRAM, "csv": centre.SAMPLE})
    if done.returncode == 99 or "unshare" in done.stderr:
        raise tap.Skip("only root may mount")
    assert '"registrations":792' in done.stdout and "status 3" in done.stdout, done


sys.exit(tap.run("/fault/damage", tap.cases_of(__name__)))
