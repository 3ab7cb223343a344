/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-sync"

#include "peer-support.h"

#include "cvn-json.h"
#include "cvn-replication.h"
#include "cvn-revision.h"

#include <string.h>
#include <sys/resource.h>

/*
 * How much an exchange costs above the questions that it has to ask, measured in turn in one run against one server, so that
 * what else the computer does meets both alike. CVN_DOCUMENTS says how many documents, CVN_ROUNDS how often: 50,000 take some
 * minutes. What the memory grows by is seen in the first round only: the most that was ever used does not go down.
 */

#define DOCUMENTS   2000
#define BATCH       500
#define ROUNDS      3
#define MOST_ROUNDS 25

/* Of one round, times the bare questions, or of what PouchDB takes. */
typedef struct
{
  double push;
  double pull;
  double processor;
  double memory;
} Ratios;

static double
elapsed (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
}

static gboolean
add_counts (CvnWriter    *writer,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (CvnRecord) organisation = cvn_test_make_organisation (NULL, "Leiden");

  if (!cvn_writer_put (writer, organisation, error))
    return FALSE;
  for (guint i = 1; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autoptr (CvnRecord) count = cvn_test_make_count (cvn_record_get_id (organisation), 20000 + i, 20 + i % 50, i % 20);

      if (!cvn_writer_put (writer, count, error))
        return FALSE;
    }
  return TRUE;
}

/* The same questions without anything behind them. */
static double
push_plainly (CvnRemote *remote,
              guint      n)
{
  gint64 began = g_get_monotonic_time ();

  for (guint from = 0; from < n; from += BATCH)
    {
      g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_sync_leaf_free);
      g_autoptr (GPtrArray) missing = NULL;
      g_autoptr (GPtrArray) refusals = g_ptr_array_new ();

      for (guint i = from; i < MIN (from + BATCH, n); i++)
        {
          g_autofree char *document = g_strdup_printf ("registration_count:%026u", i);

          g_ptr_array_add (leaves, cvn_revision_make_child (NULL, document, FALSE,
                                                            "{\"convenant\":{\"at\":\"2026-01-01T00:00:00Z\",\"author\":\"Ans\",\"kind\":\"registration_count\",\"schema\":1},"
                                                            "\"count\":5,\"month\":24000,\"municipality\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"paid_count\":1,\"target_group\":\"knowledge_worker\"}"));
        }
      missing = cvn_couch_list_missing (remote, leaves, NULL, NULL);
      g_assert_true (cvn_couch_put_bulk (remote, missing, 0, missing->len, refusals, NULL, NULL));
      g_ptr_array_unref (cvn_couch_list_missing (remote, leaves, NULL, NULL));
    }
  return elapsed (began);
}

static double
pull_plainly (CvnRemote *remote)
{
  gint64           began = g_get_monotonic_time ();
  g_autofree char *since = g_strdup ("0");
  guint            n_rows = BATCH;

  while (n_rows == BATCH)
    {
      char *last = NULL;
      g_autoptr (GPtrArray) revisions = cvn_couch_list_changes (remote, since, BATCH, &last, &n_rows, NULL, NULL);
      g_autoptr (GPtrArray) leaves = revisions->len > 0 ? cvn_couch_get_bulk (remote, revisions, 0, revisions->len, NULL, NULL) : NULL;

      g_assert_cmpuint (revisions->len, ==, leaves != NULL ? leaves->len : 0);
      g_free (since);
      since = last;
    }
  return elapsed (began);
}

static double
sync_desk (CvnDesk   *desk,
           CvnRemote *remote)
{
  gint64 began = g_get_monotonic_time ();

  cvn_desk_sync_well (desk, remote);
  return elapsed (began);
}

static double
get_processor_time (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static long
get_most_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* One exchange, beside the bare questions, and what it took here. Returns: seconds of processor. */
static double
tell (const char *what,
      CvnDesk    *desk,
      CvnRemote  *remote,
      double      plain,
      double     *ratio)
{
  double processor = get_processor_time (RUSAGE_SELF);
  long   memory = get_most_memory ();
  double wall = sync_desk (desk, remote);

  processor = get_processor_time (RUSAGE_SELF) - processor;
  *ratio = wall / plain;
  g_test_message ("%s: %.2f s, the bare questions %.2f s: %.2f times; processor %.2f s; memory +%ld kB", what, wall, plain, *ratio, processor,
                  get_most_memory () - memory);
  return processor;
}

/* Returns: the seconds of processor that PouchDB says in @answer that it took. */
static double
read_processor_time (const char *answer)
{
  CvnJsonSlice whole = { answer, strlen (answer) };
  CvnJsonSlice ok;
  CvnJsonSlice processor;
  gint64       microseconds = 0;

  g_assert_true (cvn_json_find (&whole, "ok", &ok));
  g_assert_true (cvn_json_find (&ok, "processor", &processor));
  g_assert_true (cvn_json_get_integer (&processor, &microseconds));
  return (double) microseconds / G_USEC_PER_SEC;
}

/* Returns: the seconds of processor in which a new PouchDB, the start not counted, takes in @database: into @folder, or into memory. */
static double
pull_with_pouch (CvnPeer    *peer,
                 const char *database,
                 const char *folder)
{
  CvnPouch        *pouch = cvn_pouch_start (cvn_peer_get_address (peer), database);
  g_autofree char *pulled = NULL;

  if (folder != NULL)
    {
      g_autofree char *command = g_strdup_printf ("{\"do\":\"open\",\"folder\":\"%s/pouch\"}", folder);
      g_autofree char *opened = cvn_pouch_ask (pouch, command);

      g_assert_nonnull (strstr (opened, "ok"));
    }
  pulled = cvn_pouch_ask (pouch, "{\"do\":\"pull\"}");
  cvn_pouch_stop (pouch);
  return read_processor_time (pulled);
}

/* The same documents taken in by PouchDB: into its usual store on the disk, as ours are, and into memory. @ours is what it took here. */
static void
tell_pouch (CvnPeer    *peer,
            const char *database,
            double      ours,
            Ratios     *ratios)
{
  CvnTestFolder folder;
  double        disk;
  double        memory;

  cvn_test_folder_make (&folder);
  disk = pull_with_pouch (peer, database, folder.folder);
  memory = pull_with_pouch (peer, database, NULL);
  cvn_test_folder_remove (&folder);
  ratios->processor = ours / disk;
  ratios->memory = ours / memory;
  g_test_message ("PouchDB takes the same in: processor %.2f s on the disk, %.2f s in memory; ours is %.2f and %.2f of it", disk, memory,
                  ratios->processor, ratios->memory);
}

static void
run_round (CvnPeer *peer,
           guint    n,
           Ratios  *ratios)
{
  g_autofree char *plain_name = cvn_peer_make_database (peer);
  g_autofree char *name = cvn_peer_make_database (peer);
  g_autoptr (CvnRemote) plain = cvn_peer_open (peer, plain_name);
  g_autoptr (CvnRemote) remote = cvn_peer_open (peer, name);
  g_autoptr (GError) error = NULL;
  CvnDesk a;
  CvnDesk b;
  double  processor;

  cvn_desk_open (&a, "Ans", cvn_peer_get_address (peer), name);
  cvn_desk_open (&b, "Bas", cvn_peer_get_address (peer), name);
  cvn_store_write (a.store, CVN_ACTION_IMPORT, NULL, NULL, add_counts, GUINT_TO_POINTER (n), &error);
  g_assert_no_error (error);
  tell ("push", &a, remote, push_plainly (plain, n), &ratios->push);
  processor = tell ("pull", &b, remote, pull_plainly (plain), &ratios->pull);
  g_test_message ("nothing new: %.3f s", sync_desk (&b, remote));
  tell_pouch (peer, name, processor, ratios);
  g_assert_cmpint (cvn_desk_count (&b, "registration_count"), ==, n - 1);
  cvn_desk_close (&a);
  cvn_desk_close (&b);
}

static int
compare_ratios (const void *a,
                const void *b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

static void
tell_ratios (const char *what,
             double     *ratios,
             guint       n)
{
  qsort (ratios, n, sizeof *ratios, compare_ratios);
  g_test_message ("%s: least %.2f, median %.2f, most %.2f of %u rounds", what, ratios[0], ratios[n / 2], ratios[n - 1], n);
}

static guint
get_wanted (const char *name,
            guint       usual,
            guint       most)
{
  const char *wanted = g_getenv (name);
  guint64     n = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : usual;

  return (guint) CLAMP (n, 1, most);
}

static void
test_costs (void)
{
  guint    n = get_wanted ("CVN_DOCUMENTS", DOCUMENTS, G_MAXINT);
  guint    n_rounds = get_wanted ("CVN_ROUNDS", ROUNDS, MOST_ROUNDS);
  CvnPeer *peer = cvn_peer_start ();
  double   pushes[MOST_ROUNDS];
  double   pulls[MOST_ROUNDS];
  double   processors[MOST_ROUNDS];
  double   memories[MOST_ROUNDS];

  if (cvn_peer_skip (peer))
    return;
  g_test_message ("%u documents", n);
  for (guint i = 0; i < n_rounds; i++)
    {
      Ratios ratios;

      run_round (peer, n, &ratios);
      pushes[i] = ratios.push;
      pulls[i] = ratios.pull;
      processors[i] = ratios.processor;
      memories[i] = ratios.memory;
    }
  tell_ratios ("push, times the bare questions", pushes, n_rounds);
  tell_ratios ("pull, times the bare questions", pulls, n_rounds);
  tell_ratios ("processor of a pull, of PouchDB's on the disk", processors, n_rounds);
  tell_ratios ("processor of a pull, of PouchDB's in memory", memories, n_rounds);
  cvn_peer_stop (peer);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/bench/costs", test_costs);
  return g_test_run ();
}
