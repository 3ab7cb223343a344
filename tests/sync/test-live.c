/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-live"

#include "peer-support.h"

#include "cvn-error.h"
#include "cvn-sync-state.h"
#include "cvn-sync.h"

#include <gio/gio.h>
#include <string.h>

/* What exchanges by itself while windows are open, and where it holds back. */

/* A network that is there, and costs what the test says. */
#define TEST_TYPE_NETWORK (test_network_get_type ())
G_DECLARE_FINAL_TYPE (TestNetwork, test_network, TEST, NETWORK, GObject)

struct _TestNetwork
{
  GObject parent_instance;
};

enum {
  PROP_0,
  PROP_AVAILABLE,
  PROP_METERED,
  PROP_CONNECTIVITY,
};

static gboolean metered;

static void
test_network_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_CONNECTIVITY)
    g_value_set_enum (value, G_NETWORK_CONNECTIVITY_FULL);
  else
    g_value_set_boolean (value, id == PROP_AVAILABLE || metered);
}

static gboolean
begin (GInitable    *initable,
       GCancellable *cancellable,
       GError      **error)
{
  return TRUE;
}

static void
test_network_initable_init (GInitableIface *iface)
{
  iface->init = begin;
}

static void
test_network_monitor_init (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestNetwork, test_network, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, test_network_initable_init)
                                 G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, test_network_monitor_init))

static void
test_network_class_init (TestNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_network_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
test_network_init (TestNetwork *self)
{
}

/* What the thread had still to tell goes with the object. */
static void
end (CvnSync *sync)
{
  cvn_sync_stop (sync);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (sync);
}

static gpointer
read_live (CvnReader    *reader,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return GINT_TO_POINTER (1 + (int) cvn_sync_state_get_integer (reader, CVN_SYNC_LIVE, 1));
}

/* Two open windows: what one writes the other has without anybody asking for it. */
static void
test_travels (void)
{
  CvnPeer         *peer = cvn_peer_start ();
  g_autofree char *database = NULL;
  CvnDesk          a;
  CvnDesk          b;
  CvnSync         *first;
  CvnSync         *second;

  if (cvn_peer_skip (peer))
    return;
  database = cvn_peer_make_database (peer);
  cvn_desk_open (&a, "Ans", cvn_peer_get_address (peer), database);
  cvn_desk_open (&b, "Bas", cvn_peer_get_address (peer), database);
  g_assert_cmpint (GPOINTER_TO_INT (cvn_store_read (a.store, read_live, NULL, NULL)), ==, 2);
  first = cvn_sync_new (a.store);
  second = cvn_sync_new (b.store);
  while (cvn_sync_get_facts (first) == NULL || cvn_sync_get_facts (second) == NULL || cvn_sync_get_facts (first)->synced == NULL ||
         cvn_sync_get_facts (second)->synced == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (int i = 1; i <= 3; i++)
    {
      CvnDesk *from = i % 2 == 1 ? &a : &b;
      CvnDesk *to = i % 2 == 1 ? &b : &a;
      g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "Leiden");

      cvn_test_put (from->store, record);
      while (cvn_desk_count (to, "organisation") < i)
        g_main_context_iteration (NULL, TRUE);
    }
  end (first);
  end (second);
  cvn_desk_close (&a);
  cvn_desk_close (&b);
  cvn_peer_stop (peer);
}

/* Where each byte costs money nothing happens by itself; when somebody asks for it, it is tried. */
static void
test_metered (void)
{
  CvnDesk          desk;
  CvnSync         *sync;
  g_autofree char *said = NULL;

  metered = TRUE;
  /* This computer by a name that does not look like it; nobody listens there. */
  cvn_desk_open (&desk, "Ans", "https://[::ffff:127.0.0.1]:9/", "centre");
  sync = cvn_sync_new (desk.store);
  while (cvn_sync_get_state (sync) != CVN_SYNC_PAUSED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (cvn_sync_get_error (sync), CVN_ERROR, CVN_ERROR_OFFLINE);
  said = g_strdup (cvn_sync_get_error (sync)->message);
  g_assert_nonnull (strstr (said, "charges"));
  cvn_sync_now (sync);
  while (cvn_sync_get_error (sync) == NULL || g_strcmp0 (cvn_sync_get_error (sync)->message, said) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("%s", cvn_sync_get_error (sync)->message);
  end (sync);
  cvn_desk_close (&desk);
  metered = FALSE;
}

static void
count_busy_cb (CvnSync *sync,
               guint   *n_busy)
{
  if (cvn_sync_get_state (sync) == CVN_SYNC_RUNNING)
    (*n_busy)++;
}

/* Who listens on a network that is another one now asks anew. */
static void
test_another_network (void)
{
  CvnPeer         *peer = cvn_peer_start ();
  g_autofree char *database = NULL;
  CvnDesk          desk;
  CvnSync         *sync;
  guint            n_busy = 0;

  if (cvn_peer_skip (peer))
    return;
  database = cvn_peer_make_database (peer);
  cvn_desk_open (&desk, "Ans", cvn_peer_get_address (peer), database);
  sync = cvn_sync_new (desk.store);
  while (cvn_sync_get_state (sync) != CVN_SYNC_IDLE || cvn_sync_get_facts (sync) == NULL || cvn_sync_get_facts (sync)->synced == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (sync, "changed", G_CALLBACK (count_busy_cb), &n_busy);
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  while (n_busy == 0 || cvn_sync_get_state (sync) != CVN_SYNC_IDLE)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (sync, &n_busy);
  end (sync);
  cvn_desk_close (&desk);
  cvn_peer_stop (peer);
}

static guint
count_threads (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  guint n = 0;

  while (tasks != NULL && g_dir_read_name (tasks) != NULL)
    n++;
  return n;
}

/* While a window opens nothing is done for an exchange, not even a thread made; whoever asks for one need not wait, and one that was never begun ends. */
static void
test_starts_late (void)
{
  CvnTestFolder folder;
  CvnSync      *sync;
  guint         n;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = NULL;

  cvn_test_folder_make (&folder);
  cvn_test_folder_make_centre (&folder);
  store = cvn_store_open (folder.path, 0, "Ans", &error);
  g_assert_no_error (error);
  n = count_threads ();
  sync = cvn_sync_new (store);
  g_assert_cmpuint (count_threads (), <=, n);
  end (sync);
  sync = cvn_sync_new (store);
  cvn_sync_now (sync);
  while (cvn_sync_get_facts (sync) == NULL)
    g_main_context_iteration (NULL, TRUE);
  end (sync);
  sync = cvn_sync_new (store);
  while (cvn_sync_get_facts (sync) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cvn_sync_get_state (sync), ==, CVN_SYNC_OFF);
  end (sync);
  cvn_store_close (store);
  cvn_test_folder_remove (&folder);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GIO_USE_NETWORK_MONITOR", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, TEST_TYPE_NETWORK, "test", 1000);
  g_test_add_func ("/sync/live/travels", test_travels);
  g_test_add_func ("/sync/live/starts-late", test_starts_late);
  g_test_add_func ("/sync/live/metered", test_metered);
  g_test_add_func ("/sync/live/another-network", test_another_network);
  return g_test_run ();
}
