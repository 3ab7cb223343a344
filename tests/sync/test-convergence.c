/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-convergence"

#include "fault-proxy.h"
#include "peer-support.h"

#include "cvn-replica.h"
#include "cvn-replication.h"
#include "cvn-sync-matters.h"

#include <stdlib.h>
#include <string.h>

/*
 * Two desks of ours and PouchDB edit, add and delete the same few events at random and exchange over connections that break
 * at random. At the end all hold the same versions, and every value that somebody wrote, and nobody overwrote who had seen
 * it, is in one of them. CVN_HISTORIES says how many such histories there are, CVN_SEED where they begin.
 */

#define HISTORIES 15
#define STEPS     40
#define DOCUMENTS 5

static const char *const fields[] = { "title_en", "location", "note", "lessons", "cost", "income", "responsible" };

typedef struct
{
  GRand      *dice;
  CvnPeer    *peer;
  FaultProxy *proxy;
  CvnPouch   *pouch;
  char       *database;
  CvnRemote  *direct;
  CvnRemote  *faulty;
  CvnDesk     desks[2];
  GPtrArray  *ids;
  GHashTable *values; /* "document\nfield\njson" that somebody wrote and nobody took back knowingly */
  guint       n_values;
  guint       n_cuts;
} World;

static guint
roll (World *world,
      guint  n)
{
  return (guint) g_rand_int_range (world->dice, 0, (gint32) n);
}

static char *
make_key (const char *id,
          const char *field,
          const char *json)
{
  return g_strdup_printf ("event:%s\n%s\n%s", id, field, json);
}

/* The one who overwrites @json saw it. */
static void
forget_value (World      *world,
              const char *id,
              const char *field,
              const char *json)
{
  g_autofree char *key = make_key (id, field, json);

  g_hash_table_remove (world->values, key);
}

static void
forget_record (World     *world,
               CvnRecord *record)
{
  g_autoptr (CvnDocument) document = cvn_document_from_record (record);

  for (guint i = 0; i < cvn_document_get_n (document); i++)
    forget_value (world, cvn_record_get_id (record), cvn_document_get_name (document, i), cvn_document_get (document, cvn_document_get_name (document, i)));
}

static char *
make_value (World      *world,
            const char *field)
{
  gboolean money = strcmp (field, "cost") == 0 || strcmp (field, "income") == 0;

  world->n_values++;
  return money ? g_strdup_printf ("%u", 100000 + world->n_values) : g_strdup_printf ("\"v%u\"", world->n_values);
}

static void
set_value (World      *world,
           CvnRecord  *record,
           const char *field)
{
  g_autofree char *json = make_value (world, field);
  g_autoptr (CvnDocument) before = cvn_document_from_record (record);

  if (cvn_document_get (before, field) != NULL)
    forget_value (world, cvn_record_get_id (record), field, cvn_document_get (before, field));
  if (*json == '"')
    {
      g_autofree char *text = g_strndup (json + 1, strlen (json) - 2);

      cvn_record_set_text (record, field, text);
    }
  else
    {
      cvn_record_set_integer (record, field, g_ascii_strtoll (json, NULL, 10));
    }
  g_hash_table_add (world->values, make_key (cvn_record_get_id (record), field, json));
}

static CvnRecord *
pick (World   *world,
      CvnDesk *desk)
{
  return world->ids->len == 0 ? NULL : cvn_test_get (desk->store, "event", world->ids->pdata[roll (world, world->ids->len)]);
}

static void
add (World   *world,
     CvnDesk *desk)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("event"));

  if (world->ids->len >= DOCUMENTS)
    return;
  cvn_record_set_text (record, "starts", "2020-01-01");
  cvn_record_set_integer (record, "all_day", 1);
  cvn_record_set_text (record, "title_nl", "Iets");
  cvn_test_put (desk->store, record);
  g_ptr_array_add (world->ids, g_strdup (cvn_record_get_id (record)));
}

static void
edit (World   *world,
      CvnDesk *desk)
{
  g_autoptr (CvnRecord) record = pick (world, desk);

  if (record == NULL)
    return;
  set_value (world, record, fields[roll (world, G_N_ELEMENTS (fields))]);
  cvn_test_put (desk->store, record);
}

static void delete (World   *world,
                    CvnDesk *desk)
{
  g_autoptr (CvnRecord) record = pick (world, desk);

  if (record == NULL)
    return;
  forget_record (world, record);
  g_assert_cmpint (cvn_test_delete (desk->store, record, NULL), >, 0);
}

static gpointer
find_leaves (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return cvn_sync_leaf_list (reader, data, error);
}

static gboolean
choose (CvnWriter    *writer,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  g_auto (CvnReplica) replica = { 0 };
  g_autofree char *document = cvn_document_make_id (cvn_record_get_kind (data), cvn_record_get_id (data));

  cvn_replica_init (&replica, writer, "2026-01-02T00:00:00Z", FALSE);
  return cvn_replica_capture (&replica, error) && cvn_replica_choose (&replica, document, data, "somebody", error);
}

/* Somebody looks at all versions of a document and takes the winner: what only the others had is given up. */
static void
settle (World   *world,
        CvnDesk *desk)
{
  g_autoptr (CvnRecord) record = pick (world, desk);
  g_autofree char *document = record != NULL ? cvn_document_make_id (cvn_record_get_kind (record), cvn_record_get_id (record)) : NULL;
  g_autoptr (GPtrArray) leaves = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDocument) chosen = NULL;

  if (record == NULL || cvn_desk_count (desk, "sync_conflict") == 0)
    return;
  leaves = cvn_store_read (desk->store, find_leaves, document, NULL);
  chosen = cvn_document_from_record (record);
  for (guint i = 0; i < leaves->len; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];
      g_autoptr (CvnDocument) other = cvn_document_parse (leaf->body, NULL);

      for (guint j = 0; j < cvn_document_get_n (other); j++)
        {
          const char *name = cvn_document_get_name (other, j);

          if (g_strcmp0 (cvn_document_get (other, name), cvn_document_get (chosen, name)) != 0)
            forget_value (world, cvn_record_get_id (record), name, cvn_document_get (other, name));
        }
    }
  cvn_store_write (desk->store, CVN_ACTION_SETTLE, NULL, NULL, choose, record, &error);
  g_assert_no_error (error);
}

static void
edit_in_pouch (World *world)
{
  const char      *id = world->ids->len > 0 ? world->ids->pdata[roll (world, world->ids->len)] : NULL;
  const char      *field = fields[roll (world, G_N_ELEMENTS (fields))];
  g_autofree char *question = g_strdup_printf ("{\"do\":\"get\",\"id\":\"event:%s\"}", id);
  g_autofree char *before = id != NULL ? cvn_pouch_ask (world->pouch, question) : NULL;
  g_autofree char *json = NULL;
  g_autofree char *command = NULL;
  CvnJsonSlice     whole = { before, before != NULL ? strlen (before) : 0 };
  CvnJsonSlice     object;
  CvnJsonSlice     old;

  if (before == NULL || !cvn_json_find (&whole, "ok", &object))
    return;
  if (cvn_json_find (&object, field, &old))
    {
      g_autofree char *text = cvn_json_dup_compact (&old);

      forget_value (world, id, field, text);
    }
  json = make_value (world, field);
  command = g_strdup_printf ("{\"do\":\"edit\",\"id\":\"event:%s\",\"set\":{\"%s\":%s}}", id, field, json);
  g_free (cvn_pouch_ask (world->pouch, command));
  g_hash_table_add (world->values, make_key (id, field, json));
}

static void
sync_badly (World   *world,
            CvnDesk *desk)
{
  gboolean cuts = roll (world, 3) == 0;
  g_autoptr (GError) error = NULL;

  fault_proxy_cut_after (world->proxy, cuts ? (int) roll (world, 6000) : -1);
  if (!cvn_desk_sync (desk, world->faulty, NULL, NULL, &error) && !fault_proxy_has_cut (world->proxy))
    g_error ("%s", error->message);
  world->n_cuts += fault_proxy_has_cut (world->proxy);
}

static void
step (World *world)
{
  CvnDesk *desk = &world->desks[roll (world, 2)];
  guint    die = roll (world, 20);

  if (die < 2)
    add (world, desk);
  else if (die < 10)
    edit (world, desk);
  else if (die < 11)
    delete (world, desk);
  else if (die < 12)
    settle (world, desk);
  else if (die < 14)
    edit_in_pouch (world);
  else if (die < 15)
    g_free (cvn_pouch_ask (world->pouch, "{\"do\":\"sync\"}"));
  else
    sync_badly (world, desk);
}

static void
sync_all (World *world)
{
  for (int i = 0; i < 4; i++)
    {
      cvn_desk_sync_well (&world->desks[0], world->direct);
      g_free (cvn_pouch_ask (world->pouch, "{\"do\":\"sync\"}"));
      cvn_desk_sync_well (&world->desks[1], world->direct);
    }
  cvn_desk_sync_well (&world->desks[0], world->direct);
}

static void
assert_value_kept (World      *world,
                   const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "\n", 3);
  g_autoptr (GPtrArray) leaves = cvn_store_read (world->desks[0].store, find_leaves, parts[0], NULL);

  for (guint i = 0; i < leaves->len; i++)
    {
      CvnSyncLeaf *leaf = leaves->pdata[i];
      g_autoptr (CvnDocument) document = cvn_document_parse (leaf->body, NULL);

      if (!leaf->deleted && g_strcmp0 (cvn_document_get (document, parts[1]), parts[2]) == 0)
        return;
    }
  g_error ("%s of %s is lost: %s", parts[1], parts[0], parts[2]);
}

/* What a desk shows is what the version says that wins everywhere. */
static void
assert_shows_winner (CvnDesk    *desk,
                     const char *id)
{
  g_autofree char *document = g_strconcat ("event:", id, NULL);
  g_autoptr (GPtrArray) leaves = cvn_store_read (desk->store, find_leaves, document, NULL);
  g_autoptr (CvnRecord) record = cvn_test_get (desk->store, "event", id);
  g_autoptr (CvnDocument) shown = NULL;
  g_autoptr (CvnDocument) winner = NULL;
  const CvnSyncLeaf *first;

  /* Its only version was never exchanged, or it was deleted everywhere. */
  if (leaves->len == 0)
    return;
  first = leaves->pdata[0];
  g_assert_true ((record == NULL) == first->deleted);
  if (record == NULL)
    return;
  shown = cvn_document_from_record (record);
  winner = cvn_document_parse (first->body, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (cvn_document_get (shown, fields[i]), ==, cvn_document_get (winner, fields[i]));
}

static void
check_world (World *world)
{
  g_autofree char *server = cvn_couch_dump_leaves (world->direct);
  g_autofree char *first = cvn_desk_dump_leaves (&world->desks[0]);
  g_autofree char *second = cvn_desk_dump_leaves (&world->desks[1]);
  g_autofree char *pouch = cvn_pouch_dump_leaves (world->pouch);
  const char      *sql = "SELECT cast (total (hash % 1000003) AS INTEGER) FROM event";
  GHashTableIter   iter;
  gpointer         key;

  g_assert_cmpstr (first, ==, server);
  g_assert_cmpstr (second, ==, server);
  g_assert_cmpstr (pouch, ==, server);
  g_assert_cmpint (cvn_test_integer (world->desks[0].folder.path, sql), ==, cvn_test_integer (world->desks[1].folder.path, sql));
  g_assert_cmpint (cvn_desk_count (&world->desks[0], "sync_leaf WHERE state <> 0"), ==, 0);
  g_assert_cmpint (cvn_desk_count (&world->desks[1], "sync_leaf WHERE state <> 0"), ==, 0);
  for (guint i = 0; i < world->ids->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (world->desks); j++)
      assert_shows_winner (&world->desks[j], world->ids->pdata[i]);
  g_hash_table_iter_init (&iter, world->values);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    assert_value_kept (world, key);
}

static void
run_history (CvnPeer    *peer,
             FaultProxy *proxy,
             CvnPouch   *pouch,
             guint32     seed,
             guint      *n_cuts)
{
  World            world = { .peer = peer, .proxy = proxy, .pouch = pouch, .dice = g_rand_new_with_seed (seed) };
  g_autofree char *command = NULL;

  world.database = cvn_peer_make_database (peer);
  world.direct = cvn_peer_open (peer, world.database);
  world.faulty = cvn_remote_new (fault_proxy_get_address (proxy), world.database, NULL, NULL);
  cvn_remote_set_patience (world.faulty, 3000, 10000);
  world.ids = g_ptr_array_new_with_free_func (g_free);
  world.values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  command = g_strdup_printf ("{\"do\":\"open\",\"remote\":\"%s%s\"}", cvn_peer_get_address (peer), world.database);
  g_free (cvn_pouch_ask (pouch, command));
  cvn_desk_open (&world.desks[0], "Ans", cvn_peer_get_address (peer), world.database);
  cvn_desk_open (&world.desks[1], "Bas", cvn_peer_get_address (peer), world.database);
  /* In as many as usual there would never be a second batch on its way. */
  world.desks[0].batch = 1 + seed % 4;
  world.desks[1].batch = 2;
  for (int i = 0; i < STEPS; i++)
    step (&world);
  sync_all (&world);
  check_world (&world);
  *n_cuts += world.n_cuts;
  cvn_desk_close (&world.desks[0]);
  cvn_desk_close (&world.desks[1]);
  cvn_remote_free (world.direct);
  cvn_remote_free (world.faulty);
  g_ptr_array_unref (world.ids);
  g_hash_table_unref (world.values);
  g_rand_free (world.dice);
  g_free (world.database);
}

static guint
read_number (const char *name,
             guint       otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
test_histories (void)
{
  CvnPeer    *peer = cvn_peer_start ();
  FaultProxy *proxy;
  CvnPouch   *pouch;
  guint       n = read_number ("CVN_HISTORIES", HISTORIES);
  guint       seed = read_number ("CVN_SEED", 1);
  guint       n_cuts = 0;

  if (cvn_peer_skip (peer))
    return;
  proxy = fault_proxy_start (cvn_peer_get_address (peer));
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), "none");
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("history %u", seed + i);
      run_history (peer, proxy, pouch, seed + i, &n_cuts);
    }
  g_test_message ("%u histories, %u cuts", n, n_cuts);
  g_assert_cmpuint (n_cuts, >, n / 2);
  cvn_pouch_stop (pouch);
  cvn_peer_stop (peer);
  fault_proxy_stop (proxy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/convergence/histories", test_histories);
  return g_test_run ();
}
