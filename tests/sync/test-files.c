/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-files"

#include "fault-proxy.h"
#include "peer-support.h"

#include "cvn-attachment.h"
#include "cvn-content.h"
#include "cvn-document.h"
#include "cvn-error.h"

#include <string.h>

/* Files of documents, from desk to desk through an independent server, and as an independent client sees them. */

static CvnPeer *peer;

typedef CvnDeskPair Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  cvn_desk_pair_open (fixture, peer);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_desk_pair_close (fixture);
}

typedef struct
{
  CvnRecord *record;
  GBytes    *content;
  char      *hash;
} Attachment;

static gboolean
put (CvnWriter    *writer,
     gpointer      data,
     GCancellable *cancellable,
     GError      **error)
{
  Attachment *attachment = data;

  return cvn_content_put (writer, attachment->hash, attachment->content, error) && cvn_writer_put (writer, attachment->record, error);
}

/* Returns: (transfer full): the record, as the desk has it */
static CvnRecord *
attach (CvnDesk    *desk,
        CvnRecord  *record,
        const char *name,
        GBytes     *content)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autofree char *text = g_strdup_printf ("%s|application/pdf|%zu|%s", name, g_bytes_get_size (content), hash);
  g_autoptr (CvnRecord) made = record != NULL ? g_object_ref (record) : cvn_record_new (cvn_kind_find ("document"));
  Attachment attachment = { made, content, hash };
  g_autoptr (GError) error = NULL;

  g_object_set (made, "title-nl", "Convenant", "file", text, NULL);
  cvn_store_write (desk->store, CVN_ACTION_ADD, NULL, NULL, put, &attachment, &error);
  g_assert_no_error (error);
  return cvn_test_get (desk->store, "document", cvn_record_get_id (made));
}

static GBytes *
make_content (gsize length,
              char  filled_with)
{
  char *bytes = g_malloc (MAX (length, 1));

  memset (bytes, filled_with, length);
  return g_bytes_new_take (bytes, length);
}

static gpointer
read_content (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return cvn_content_get (reader, data, error);
}

/* Returns: (transfer full) (nullable): what @desk has as the file of the document */
static GBytes *
get_content (CvnDesk    *desk,
             const char *id)
{
  g_autoptr (CvnRecord) record = cvn_test_get (desk->store, "document", id);
  g_autofree char *text = NULL;

  g_object_get (record, "file", &text, NULL);
  g_assert_nonnull (text);
  return cvn_store_read (desk->store, read_content, strrchr (text, '|') + 1, NULL);
}

static void
assert_content (CvnDesk    *desk,
                const char *id,
                GBytes     *expected)
{
  g_autoptr (GBytes) content = get_content (desk, id);

  g_assert_nonnull (content);
  g_assert_true (g_bytes_equal (content, expected));
}

static void
edit (CvnDesk    *desk,
      const char *id,
      const char *property,
      const char *value)
{
  g_autoptr (CvnRecord) record = cvn_test_get (desk->store, "document", id);

  g_object_set (record, property, value, NULL);
  cvn_test_put (desk->store, record);
}

static void
assert_same_leaves (Fixture *fixture)
{
  g_autofree char *a = cvn_desk_dump_leaves (&fixture->a);
  g_autofree char *b = cvn_desk_dump_leaves (&fixture->b);
  g_autofree char *server = cvn_couch_dump_leaves (fixture->remote);

  g_assert_cmpstr (a, ==, server);
  g_assert_cmpstr (b, ==, server);
}

/* Returns: (transfer full): the document as PouchDB has it, with what is attached to it */
static char *
ask_pouch (CvnPouch   *pouch,
           const char *id)
{
  g_autofree char *command = g_strdup_printf ("{\"do\":\"get\",\"id\":\"document:%s\",\"options\":{\"attachments\":true}}", id);
  g_autofree char *pulled = cvn_pouch_ask (pouch, "{\"do\":\"pull\"}");

  g_assert_nonnull (strstr (pulled, "\"ok\""));
  return cvn_pouch_ask (pouch, command);
}

static void
test_travels (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) content = make_content (200000, 'x');
  g_autoptr (CvnRecord) record = NULL;
  CvnPouch        *pouch;
  g_autofree char *base64 = NULL;
  g_autofree char *document = NULL;
  g_autofree char *again = NULL;
  const char      *id;
  guint            n_requests;

  if (cvn_peer_skip (peer))
    return;
  record = attach (&fixture->a, NULL, "Convenant 2018 – getekend.pdf", content);
  id = cvn_record_get_id (record);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  assert_content (&fixture->b, id, content);
  assert_same_leaves (fixture);

  /* Another client sees a file of that name, kind and content. */
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  document = ask_pouch (pouch, id);
  base64 = g_base64_encode (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  g_assert_nonnull (strstr (document, "\"Convenant 2018 – getekend.pdf\":{"));
  g_assert_nonnull (strstr (document, "\"content_type\":\"application/pdf\""));
  g_assert_nonnull (strstr (document, base64));

  /* An edit of something else leaves it where it is. */
  edit (&fixture->b, id, "note", "Read it again");
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  again = ask_pouch (pouch, id);
  g_assert_nonnull (strstr (again, "Read it again"));
  g_assert_nonnull (strstr (again, base64));
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_content (&fixture->a, id, content);
  assert_same_leaves (fixture);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  n_requests = cvn_remote_get_n_requests (fixture->remote);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  g_assert_cmpuint (cvn_remote_get_n_requests (fixture->remote) - n_requests, <=, 4);
  cvn_pouch_stop (pouch);
}

/* Another file takes its place; removing it removes it there too. */
static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GBytes) first = make_content (1000, 'a');
  g_autoptr (GBytes) second = make_content (2000, 'b');
  g_autoptr (CvnRecord) record = NULL;
  g_autoptr (CvnRecord) later = NULL;
  g_autoptr (CvnRecord) without = NULL;
  g_autofree char *document = NULL;
  CvnPouch        *pouch;

  if (cvn_peer_skip (peer))
    return;
  record = attach (&fixture->a, NULL, "one.pdf", first);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  later = attach (&fixture->b, record, "two.pdf", second);
  g_assert_cmpstr (cvn_record_get_id (later), ==, cvn_record_get_id (record));
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_content (&fixture->a, cvn_record_get_id (record), second);
  edit (&fixture->a, cvn_record_get_id (record), "file", NULL);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  without = cvn_test_get (fixture->b.store, "document", cvn_record_get_id (record));
  g_assert_false (cvn_record_has (without, "file"));
  assert_same_leaves (fixture);
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  document = ask_pouch (pouch, cvn_record_get_id (record));
  g_assert_nonnull (strstr (document, "\"ok\""));
  g_assert_null (strstr (document, "_attachments"));
  cvn_pouch_stop (pouch);
}

/* What is larger than 1 MB is named everywhere, and stays where it was attached. */
static void
test_too_large (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) just = make_content (CVN_ATTACHMENT_TRAVELS, 'a');
  g_autoptr (GBytes) over = make_content (CVN_ATTACHMENT_TRAVELS + 1, 'b');
  g_autoptr (CvnRecord) small = NULL;
  g_autoptr (CvnRecord) large = NULL;
  g_autoptr (GBytes) elsewhere = NULL;
  g_autofree char *document = NULL;
  CvnPouch        *pouch;

  if (cvn_peer_skip (peer))
    return;
  small = attach (&fixture->a, NULL, "just.pdf", just);
  large = attach (&fixture->a, NULL, "over.pdf", over);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  assert_content (&fixture->b, cvn_record_get_id (small), just);
  elsewhere = get_content (&fixture->b, cvn_record_get_id (large));
  g_assert_null (elsewhere);
  assert_content (&fixture->a, cvn_record_get_id (large), over);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_wanted"), ==, 0);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_notice"), ==, 0);
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  document = ask_pouch (pouch, cvn_record_get_id (large));
  g_assert_nonnull (strstr (document, "over.pdf|application/pdf|1048577|"));
  g_assert_null (strstr (document, "_attachments"));
  cvn_pouch_stop (pouch);
  edit (&fixture->b, cvn_record_get_id (large), "note", "Where is it?");
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_content (&fixture->a, cvn_record_get_id (large), over);
  assert_same_leaves (fixture);
}

/* What another program attached to the same document stays there, beside ours. */
static void
test_foreign (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) content = make_content (1000, 'a');
  g_autoptr (CvnRecord) record = NULL;
  CvnPouch        *pouch;
  g_autofree char *edited = NULL;
  g_autofree char *pushed = NULL;
  g_autofree char *command = NULL;
  g_autofree char *pulled = NULL;
  g_autofree char *document = NULL;
  g_autofree char *entry = NULL;
  g_autofree char *base64 = NULL;

  if (cvn_peer_skip (peer))
    return;
  record = attach (&fixture->a, NULL, "ours.pdf", content);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  pulled = cvn_pouch_ask (pouch, "{\"do\":\"pull\"}");
  g_assert_nonnull (strstr (pulled, "\"ok\""));
  command = g_strdup_printf ("{\"do\":\"attach\",\"id\":\"document:%s\",\"name\":\"theirs.txt\",\"type\":\"text/plain\",\"data\":\"dGhlaXJz\"}",
                             cvn_record_get_id (record));
  edited = cvn_pouch_ask (pouch, command);
  g_assert_nonnull (strstr (edited, "\"ok\""));
  pushed = cvn_pouch_ask (pouch, "{\"do\":\"push\"}");
  g_assert_nonnull (strstr (pushed, "\"ok\""));
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  assert_content (&fixture->b, cvn_record_get_id (record), content);
  edit (&fixture->b, cvn_record_get_id (record), "note", "Both");
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_same_leaves (fixture);
  document = ask_pouch (pouch, cvn_record_get_id (record));
  base64 = g_base64_encode (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  g_assert_nonnull (strstr (document, "\"note\":\"Both\""));
  g_assert_nonnull (strstr (document, "\"theirs.txt\":{"));
  g_assert_nonnull (strstr (document, "dGhlaXJz"));
  g_assert_nonnull (strstr (document, "\"ours.pdf\":{"));
  g_assert_nonnull (strstr (document, base64));
  cvn_pouch_stop (pouch);
}

/* A file that is not what was attached is not taken; who has the right one keeps it. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) content = make_content (1000, 'a');
  g_autoptr (CvnRecord) record = NULL;
  g_autoptr (GBytes) elsewhere = NULL;
  CvnPouch        *pouch;
  g_autofree char *pulled = NULL;
  g_autofree char *command = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *pushed = NULL;

  if (cvn_peer_skip (peer))
    return;
  record = attach (&fixture->a, NULL, "ours.pdf", content);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  pouch = cvn_pouch_start (cvn_peer_get_address (peer), fixture->database);
  pulled = cvn_pouch_ask (pouch, "{\"do\":\"pull\"}");
  g_assert_nonnull (strstr (pulled, "\"ok\""));
  command = g_strdup_printf ("{\"do\":\"attach\",\"id\":\"document:%s\",\"name\":\"ours.pdf\",\"type\":\"application/x-desktop\",\"data\":\"dGhlaXJz\"}",
                             cvn_record_get_id (record));
  edited = cvn_pouch_ask (pouch, command);
  g_assert_nonnull (strstr (edited, "\"ok\""));
  pushed = cvn_pouch_ask (pouch, "{\"do\":\"push\"}");
  g_assert_nonnull (strstr (pushed, "\"ok\""));
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  elsewhere = get_content (&fixture->b, cvn_record_get_id (record));
  g_assert_null (elsewhere);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_notice WHERE code = 'file-damaged'"), ==, 1);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_notice"), ==, 1);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  assert_content (&fixture->a, cvn_record_get_id (record), content);
  assert_same_leaves (fixture);
  cvn_pouch_stop (pouch);
}

/* The connection breaks while a file comes in: the record is there, and the file comes the next time. */
static void
test_interrupted (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GBytes) content = make_content (300000, 'a');
  g_autoptr (CvnRecord) record = NULL;
  g_autoptr (CvnRemote) faulty = NULL;
  g_autoptr (GBytes) early = NULL;
  g_autoptr (GError) error = NULL;
  FaultProxy *proxy;

  if (cvn_peer_skip (peer))
    return;
  record = attach (&fixture->a, NULL, "ours.pdf", content);
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  proxy = fault_proxy_start (cvn_peer_get_address (peer));
  faulty = cvn_remote_new (fault_proxy_get_address (proxy), fixture->database, NULL, NULL);
  fault_proxy_cut_after (proxy, 100000);
  g_assert_false (cvn_desk_sync (&fixture->b, faulty, NULL, NULL, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_OFFLINE);
  g_clear_error (&error);
  g_assert_true (fault_proxy_has_cut (proxy));
  early = get_content (&fixture->b, cvn_record_get_id (record));
  g_assert_null (early);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_wanted"), ==, 1);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "document"), ==, 1);
  cvn_desk_sync (&fixture->b, fixture->remote, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_content (&fixture->b, cvn_record_get_id (record), content);
  g_assert_cmpint (cvn_desk_count (&fixture->b, "sync_wanted"), ==, 0);
  fault_proxy_stop (proxy);
}

/* Many large ones do not go in one question. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (cvn_peer_skip (peer))
    return;
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GBytes) content = make_content (700000, (char) ('a' + i));

      g_ptr_array_add (records, attach (&fixture->a, NULL, "large.pdf", content));
    }
  cvn_desk_sync_well (&fixture->a, fixture->remote);
  cvn_desk_sync_well (&fixture->b, fixture->remote);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GBytes) content = make_content (700000, (char) ('a' + i));

      assert_content (&fixture->b, cvn_record_get_id (records->pdata[i]), content);
    }
  assert_same_leaves (fixture);
}

/* In and out of the form that is sent: only ours is taken out, and the rest comes back to the letter. */
static void
test_forms (void)
{
  static const struct
  {
    const char *came;
    const char *kept;
    gboolean    has_file;
  } cases[] = {
#define FILE_FIELD "\"file\":\"a.pdf|application/pdf|3|ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""
    { "{" FILE_FIELD "}", "{" FILE_FIELD "}", FALSE },
    { "{\"_attachments\":{\"a.pdf\":{\"stub\":true}}," FILE_FIELD "}", "{" FILE_FIELD "}", TRUE },
    { "{\"_attachments\":{\"b.pdf\":{\"stub\":true}}," FILE_FIELD "}", "{\"_attachments\":{\"b.pdf\":{\"stub\":true}}," FILE_FIELD "}", FALSE },
    { "{\"_attachments\":{\"b\":{\"stub\":true},\"a.pdf\":{\"x\":{}},\"c\":[1]}," FILE_FIELD "}", "{\"_attachments\":{\"b\":{\"stub\":true},\"c\":[1]}," FILE_FIELD "}", TRUE },
    { "{\"_attachments\":{\"a.pdf\":{\"stub\":true}}}", "{\"_attachments\":{\"a.pdf\":{\"stub\":true}}}", FALSE },
    { "{\"_attachments\":7," FILE_FIELD "}", "{\"_attachments\":7," FILE_FIELD "}", FALSE },
    { "{\"_attachments\":{\"a.pdf\":{\"stub\":true}},\"file\":\"a.pdf\"}", "{\"_attachments\":{\"a.pdf\":{\"stub\":true}},\"file\":\"a.pdf\"}", FALSE },
  };
  const CvnKind *kind = cvn_kind_find ("document");
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  g_autofree char *sent = cvn_document_dup_text_with_file (cases[2].kept, kind, content);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnDocument) document = cvn_document_parse (cases[i].came, NULL);
      g_autofree char *kept = NULL;

      g_test_message ("%s", cases[i].came);
      g_assert_cmpint (cvn_document_take_file (document, kind), ==, cases[i].has_file);
      kept = cvn_document_dup_text (document);
      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
  g_assert_cmpstr (sent, ==,
                   "{\"_attachments\":{\"a.pdf\":{\"content_type\":\"application/pdf\",\"digest\":\"md5-kAFQmDzST7DWlj99KOF/cg==\",\"data\":\"YWJj\"},"
                   "\"b.pdf\":{\"stub\":true}}," FILE_FIELD "}");
#undef FILE_FIELD
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  peer = cvn_peer_start ();
  g_test_add_func ("/sync/files/forms", test_forms);
  g_test_add ("/sync/files/travels", Fixture, NULL, set_up, test_travels, tear_down);
  g_test_add ("/sync/files/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/sync/files/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/sync/files/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/sync/files/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/sync/files/interrupted", Fixture, NULL, set_up, test_interrupted, tear_down);
  g_test_add ("/sync/files/many", Fixture, NULL, set_up, test_many, tear_down);
  result = g_test_run ();
  if (peer != NULL)
    cvn_peer_stop (peer);
  return result;
}
