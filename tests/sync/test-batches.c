/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-batches"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-replica.h"
#include "cvn-sync-matters.h"

#include <string.h>

/* What a batch comes to when its versions have to do with each other: as they come, and the other way round. */

#define MOST 6

static const char *const ids[] = { "01ARZ3NDEKTSV4RRFFQ69G5FA0", "01ARZ3NDEKTSV4RRFFQ69G5FA1", "01ARZ3NDEKTSV4RRFFQ69G5FA2" };

typedef struct
{
  char        kind;     /* o: an organisation, c: a contact of organisation 0, ?: nothing that is known here; 0: no more */
  guint       number;   /* which of them */
  const char *path;     /* a letter for each version, the newest first */
  const char *text;     /* the name of the organisation, the role of the contact; NULL: it is deleted */
  guint       delivery; /* in which delivery it comes; within one, all is one transaction */
  guint       batch;    /* and in which of its batches */
} Version;

typedef struct
{
  const char *name;
  Version     versions[MOST];
  gboolean    read_only;
  const char *edited; /* the name of organisation 0, as this desk has it: a reader before the first delivery, others after it */
  /* What comes of it. */
  gint64      n_leaves;
  gint64      n_organisations;
  gint64      n_contacts;
  gint64      n_conflicts;
  const char *waits;    /* the reasons, in their order */
  const char *shows;    /* the name of organisation 0; NULL: there is none */
  gboolean    in_order; /* the other way round is something else */
} Case;

static const Case cases[] = {
  { "two-versions", { { 'o', 0, "a", "A" }, { 'o', 0, "b", "B" } }, FALSE, NULL, 2, 1, 0, 1, "", "B" },
  { "two-versions-of-one-content", { { 'o', 0, "a", "A" }, { 'o', 0, "b", "A" } }, FALSE, NULL, 2, 1, 0, 0, "", "A" },
  { "two-versions-for-a-reader", { { 'o', 0, "a", "A" }, { 'o', 0, "b", "A" } }, TRUE, NULL, 2, 1, 0, 1, "", "A" },
  { "one-version-twice", { { 'o', 0, "a", "A" }, { 'o', 0, "a", "A" } }, FALSE, NULL, 1, 1, 0, 0, "", "A" },
  { "twice-among-others", { { 'o', 0, "a", "A" }, { 'o', 1, "a", "B" }, { 'o', 0, "a", "A" }, { 'o', 2, "a", "C" } }, FALSE, NULL, 3, 3, 0, 0, "", "A" },
  { "parent-and-child", { { 'o', 0, "a", "A" }, { 'o', 0, "ba", "B" } }, FALSE, NULL, 1, 1, 0, 0, "", "B" },
  { "parent-and-child-in-two-batches", { { 'o', 0, "a", "A", 0, 0 }, { 'o', 1, "a", "X", 0, 0 }, { 'o', 0, "ba", "B", 0, 1 } }, FALSE, NULL, 2, 2, 0, 0, "", "B" },
  { "twice-in-two-batches", { { 'o', 0, "a", "A", 0, 0 }, { 'o', 0, "a", "A", 0, 1 } }, FALSE, NULL, 1, 1, 0, 0, "", "A" },
  { "gone-and-back", { { 'o', 0, "ba", NULL }, { 'o', 0, "cba", "C" } }, FALSE, NULL, 1, 1, 0, 0, "", "C" },
  { "gone-and-anew", { { 'o', 0, "ba", NULL }, { 'o', 0, "c", "C" } }, FALSE, NULL, 2, 1, 0, 0, "", "C" },
  { "gone-before-it-came", { { 'o', 0, "ba", NULL }, { 'o', 1, "a", "B" } }, FALSE, NULL, 2, 1, 0, 0, "", NULL },
  { "came-and-gone", { { 'o', 0, "a", "A" }, { 'o', 0, "ba", NULL } }, FALSE, NULL, 1, 0, 0, 0, "", NULL },
  { "part-and-whole", { { 'c', 1, "a", "secretary" }, { 'o', 0, "a", "A" } }, FALSE, NULL, 2, 1, 1, 0, "", "A" },
  { "part-and-whole-in-two-batches", { { 'c', 1, "a", "secretary", 0, 0 }, { 'o', 0, "a", "A", 0, 1 } }, FALSE, NULL, 2, 1, 1, 0, "", "A" },
  { "part-without-whole", { { 'c', 1, "a", "secretary" }, { 'o', 1, "a", "B" } }, FALSE, NULL, 2, 1, 0, 0, "reference", NULL },
  { "whole-comes-later", { { 'c', 1, "a", "secretary", 0, 0 }, { 'o', 0, "a", "A", 1, 0 } }, FALSE, NULL, 2, 1, 1, 0, "", "A" },
  { "whole-and-part-go", { { 'o', 0, "a", "A", 0, 0 }, { 'c', 1, "a", "secretary", 0, 0 }, { 'o', 0, "ba", NULL, 1, 0 }, { 'c', 1, "ba", NULL, 1, 0 } }, FALSE, NULL, 2, 0, 0, 0, "", NULL },
  { "one-that-may-not-be-kept", { { 'o', 0, "a", "A" }, { 'o', 1, "a", "BSN 123456782" }, { 'o', 2, "a", "C" } }, FALSE, NULL, 3, 2, 0, 0, "bsn", "A" },
  { "one-that-is-wrong", { { 'o', 0, "a", "A" }, { 'o', 1, "a", "" }, { 'o', 2, "a", "C" } }, FALSE, NULL, 3, 2, 0, 0, "invalid", "A" },
  { "one-that-is-unknown", { { 'o', 0, "a", "A" }, { '?', 1, "a", "X" }, { 'o', 2, "a", "C" } }, FALSE, NULL, 3, 2, 0, 0, "unknown", "A" },
  { "one-that-is-unknown-and-may-not-be-kept", { { 'o', 0, "a", "A" }, { '?', 1, "a", "BSN 123456782" }, { 'o', 2, "a", "C" } }, FALSE, NULL, 3, 2, 0, 0, "unknown", "A" },
  { "same-again", { { 'o', 0, "a", "A", 0, 0 }, { 'o', 1, "a", "B", 0, 0 }, { 'o', 0, "a", "A", 1, 0 }, { 'o', 1, "a", "B", 1, 0 } }, FALSE, NULL, 2, 2, 0, 0, "", "A" },
  { "known-among-new", { { 'o', 1, "a", "B", 0, 0 }, { 'o', 0, "a", "A", 1, 0 }, { 'o', 1, "ba", "B2", 1, 0 }, { 'o', 2, "a", "C", 1, 0 } }, FALSE, NULL, 3, 3, 0, 0, "", "A" },
  { "here-at-a-reader", { { 'o', 0, "a", "A" }, { 'o', 1, "a", "B" } }, TRUE, "Here", 2, 2, 0, 0, "", "A" },
  { "edited-meanwhile", { { 'o', 0, "a", "A", 0, 0 }, { 'o', 0, "ba", "B", 1, 0 } }, FALSE, "Here", 2, 1, 0, 1, "", "?", TRUE },
  { "edited-alike-meanwhile", { { 'o', 0, "a", "A", 0, 0 }, { 'o', 1, "a", "B", 1, 0 } }, FALSE, "Here", 2, 2, 0, 0, "", "Here", TRUE },
  { "gone-while-edited", { { 'o', 0, "a", "A", 0, 0 }, { 'o', 0, "ba", NULL, 1, 0 } }, FALSE, "Here", 2, 1, 0, 0, "", "Here", TRUE },
};

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Desk;

static void
open_desk (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&desk->folder);
  cvn_test_folder_make_centre (&desk->folder);
  desk->store = cvn_store_open (desk->folder.path, 0, "Ans", &error);
  g_assert_no_error (error);
}

static void
close_desk (Desk *desk)
{
  cvn_store_close (desk->store);
  g_assert_finalize_object (desk->store);
  cvn_test_folder_remove (&desk->folder);
}

static CvnRecord *
make_record (const Version *version)
{
  g_autofree char *code = g_strdup_printf ("c-%u", version->number);

  CvnRecord *record = version->kind == 'c' ? cvn_test_make_contact (ids[0], version->text) : cvn_test_make_organisation (code, version->text);

  if (version->kind == 'o' && version->number == 1)
    cvn_record_set_text (record, "website", "https://example.org/");
  if (version->kind == 'o' && version->number == 0)
    cvn_record_set_extra (record, "{\"later\":1}");
  return record;
}

static char *
make_body (const Version *version)
{
  g_autoptr (CvnRecord) record = version->text != NULL ? make_record (version) : NULL;
  g_autoptr (CvnDocument) document = record != NULL ? cvn_document_from_record (record) : cvn_document_new ();

  cvn_document_set_mark (document, version->kind == 'c' ? "contact" : "organisation", version->number == 1 ? "Bas" : "Cor", "2026-01-01T00:00:00Z");
  return cvn_document_dup_text (document);
}

static CvnSyncLeaf *
make_leaf (const Version *version)
{
  const char      *kind = version->kind == 'c' ? "contact" : version->kind == 'o' ? "organisation"
                                                                                  : "strange";
  g_autofree char *document = g_strconcat (kind, ":", ids[version->number], NULL);
  g_autofree char *body = make_body (version);
  g_autoptr (GString) path = g_string_new (NULL);

  for (const char *letter = version->path; *letter != '\0'; letter++)
    for (guint i = 0; i < CVN_SYNC_HASH; i++)
      g_string_append_c (path, *letter);
  return cvn_sync_leaf_new (document, (gint64) strlen (version->path), path->str, version->text == NULL, body, CVN_LEAF_CONFIRMED);
}

typedef struct
{
  const Case *of;
  guint       delivery;
  gboolean    backwards;
  gboolean    fails; /* at its end, when everything is written */
} Delivery;

static GPtrArray *
make_batch (const Delivery *delivery,
            guint           batch)
{
  GPtrArray *leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);

  for (guint i = 0; i < MOST; i++)
    {
      const Version *version = &delivery->of->versions[delivery->backwards ? MOST - 1 - i : i];

      if (version->kind != '\0' && version->delivery == delivery->delivery && version->batch == batch)
        g_ptr_array_add (leaves, make_leaf (version));
    }
  return leaves;
}

static gboolean
receive (CvnReplica     *replica,
         const Delivery *delivery,
         GPtrArray      *kept,
         GError        **error)
{
  for (guint i = 0; i < 2; i++)
    {
      GPtrArray *leaves = make_batch (delivery, delivery->backwards ? 1 - i : i);
      g_autoptr (GPtrArray) contents = g_ptr_array_new ();

      g_ptr_array_add (kept, leaves);
      g_ptr_array_set_size (contents, (int) leaves->len);
      if (!cvn_replica_receive_all (replica, leaves, contents, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
retry (CvnReplica *replica,
       GError    **error)
{
  g_autoptr (GPtrArray) waiting = cvn_sync_waiting_list (replica->reader, error);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < waiting->len; i++)
    g_ptr_array_add (documents, ((CvnSyncWaiting *) waiting->pdata[i])->document);
  return cvn_replica_retry (replica, documents, TRUE, error);
}

static gboolean
deliver (CvnWriter    *writer,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  const Delivery *delivery = data;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_auto (CvnReplica) replica = { 0 };

  cvn_replica_init (&replica, writer, "2026-01-01T00:00:00Z", delivery->of->read_only);
  if (!cvn_replica_capture (&replica, error) || !receive (&replica, delivery, kept, error) || !cvn_replica_settle (&replica, error) || !retry (&replica, error))
    return FALSE;
  if (delivery->fails)
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NO_SPACE, "full");
  return !delivery->fails;
}

static gint64
count (Desk       *desk,
       const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  return cvn_test_integer (desk->folder.path, sql);
}

/* Of what a reader writes there is no version: the record is there, and nothing is known of it. */
static void
edit (Desk       *desk,
      const char *name)
{
  g_autoptr (CvnRecord) found = cvn_test_get (desk->store, "organisation", ids[0]);
  g_autoptr (CvnRecord) record = found != NULL ? g_object_ref (found) : cvn_test_make_organisation ("c-0", name);

  cvn_record_set_id (record, ids[0]);
  cvn_record_set_text (record, "name_nl", name);
  g_assert_cmpint (cvn_test_put (desk->store, record), >, 0);
}

static void
deliver_once (Desk           *desk,
              const Delivery *delivery)
{
  g_autoptr (GError) error = NULL;

  cvn_store_write (desk->store, CVN_ACTION_SYNC, NULL, NULL, deliver, (gpointer) (guintptr) delivery, &error);
  g_assert_no_error (error);
}

/* What fails in the end leaves nothing, and nothing of it is in the way of the same once more. */
static void
deliver_in_vain (Desk    *desk,
                 Delivery delivery)
{
  g_autofree char *before = cvn_test_dump (desk->folder.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  delivery.fails = TRUE;
  cvn_store_write (desk->store, CVN_ACTION_SYNC, NULL, NULL, deliver, &delivery, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_NO_SPACE);
  after = cvn_test_dump (desk->folder.path);
  g_assert_cmpstr (before, ==, after);
}

static void
check_shown (Desk       *desk,
             const Case *of)
{
  g_autoptr (CvnRecord) shown = cvn_test_get (desk->store, "organisation", ids[0]);

  g_assert_cmpint (shown != NULL, ==, of->shows != NULL);
  if (shown != NULL && strcmp (of->shows, "?") != 0)
    g_assert_cmpstr (cvn_record_get_text (shown, "name_nl"), ==, of->shows);
}

/* Each is noted under the name of who made it, and nothing of one record is left in the next. */
static void
check_apart (Desk *desk)
{
  static const char *const wrong[] = {
    "SELECT count(*) FROM journal AS j JOIN journal_change AS c ON c.journal_no = j.no WHERE j.action = 'sync' AND c.record_id IS NOT NULL"
    " AND j.actor <> CASE substr (c.record_id, -1) WHEN '1' THEN 'Bas' ELSE 'Cor' END",
    "SELECT count(*) FROM organisation WHERE (website IS NULL) = (substr (id, -1) = '1')",
    "SELECT count(*) FROM organisation WHERE (extra IS NULL) = (substr (id, -1) = '0')",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (cvn_test_integer (desk->folder.path, wrong[i]), ==, 0);
}

static void
check (Desk       *desk,
       const Case *of)
{
  g_autofree char *waits = g_strdup_printf ("SELECT count(*) FROM sync_waiting WHERE reason = '%s'", of->waits);

  g_assert_cmpint (count (desk, "sync_leaf"), ==, of->n_leaves);
  g_assert_cmpint (count (desk, "organisation"), ==, of->n_organisations);
  g_assert_cmpint (count (desk, "contact"), ==, of->n_contacts);
  g_assert_cmpint (count (desk, "sync_conflict"), ==, of->n_conflicts);
  g_assert_cmpint (count (desk, "sync_waiting"), ==, *of->waits != '\0');
  g_assert_cmpint (cvn_test_integer (desk->folder.path, waits), ==, *of->waits != '\0');
  g_assert_cmpint (cvn_test_integer (desk->folder.path, "SELECT count(*) FROM sync_leaf WHERE body LIKE '%123456782%'"), ==, 0);
  if (of->read_only)
    g_assert_cmpint (cvn_test_integer (desk->folder.path, "SELECT count(*) FROM sync_leaf WHERE state <> 0"), ==, 0);
  check_shown (desk, of);
  check_apart (desk);
}

static guint
count_deliveries (const Case *of)
{
  guint n = 1;

  for (guint i = 0; i < MOST; i++)
    n = MAX (n, of->versions[i].delivery + 1);
  return n;
}

static void
run (const Case *of,
     gboolean    backwards)
{
  const guint n = count_deliveries (of);
  Desk        desk;
  gint64      n_entries;

  open_desk (&desk);
  if (of->edited != NULL && of->read_only)
    edit (&desk, of->edited);
  for (guint i = 0; i < n; i++)
    {
      Delivery delivery = { of, backwards ? n - 1 - i : i, backwards, FALSE };

      if (!backwards)
        deliver_in_vain (&desk, delivery);
      deliver_once (&desk, &delivery);
      if (i == 0 && of->edited != NULL && !of->read_only)
        edit (&desk, of->edited);
    }
  check (&desk, of);
  /* And all of it once more is nothing new. */
  n_entries = count (&desk, "journal");
  for (guint i = 0; i < n; i++)
    {
      Delivery delivery = { of, i, backwards, FALSE };

      deliver_once (&desk, &delivery);
    }
  check (&desk, of);
  g_assert_cmpint (count (&desk, "journal"), ==, n_entries);
  close_desk (&desk);
}

static void
test_case (gconstpointer data)
{
  const Case *of = data;

  run (of, FALSE);
  if (!of->in_order)
    run (of, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sync/batches/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
