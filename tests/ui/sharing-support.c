/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "sharing-support"

#include "sharing-support.h"

#include "ui-support.h"

#include <libsoup/soup.h>
#include <string.h>

typedef struct
{
  GtkWidget *window;
  int        width;
} Size;

static gboolean
is_small_enough (gpointer data)
{
  const Size *size = data;

  return ABS (gtk_widget_get_width (size->window) - size->width) <= 10;
}

static void
draw (GtkWidget  *window,
      const char *file)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const int width = gdk_paintable_get_intrinsic_width (paintable);
  const int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_save_to_png (texture, file);
}

/* A label that can be seen below @root and has not the room for its words, or NULL. */
static const char *
find_cut_words (GtkWidget *root)
{
  const char *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root))
    return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (root))) ? gtk_label_get_label (GTK_LABEL (root)) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_cut_words (child);
  return found;
}

/* As narrow as a telephone it can be, and says everything there. */
static void
assert_fits (GtkWidget  *window,
             const char *name)
{
  const char *cut = find_cut_words (window);
  int         least;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > 360 || cut != NULL)
    g_error ("%s: the least width is %d, cut is “%s”", name, least, cut != NULL ? cut : "");
}

/* Kept as build/out/sharing/NAME-LANGUAGE.png, wide and as on a telephone. */
void
cvn_sharing_test_keep_pictures (GtkWidget  *window,
                                const char *name)
{
  static const struct
  {
    const char *word;
    int         width;
    int         height;
  } sizes[] = { { "wide", 700, 720 }, { "narrow", 360, 650 } };
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_BUILDDIR"), "out", "sharing", NULL);
  const char      *language = g_getenv ("LANGUAGE");

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s-%s-%s.png", folder, name, sizes[i].word, language != NULL ? language : "en");

      /* A picture is for whoever wants to look: no window has to be ready for it. */
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i].width, sizes[i].height);
      cvn_ui_wait (is_small_enough, &(Size){ window, sizes[i].width }, 1000);
      cvn_ui_drain ();
      draw (window, file);
    }
  assert_fits (window, name);
}

static char *
request (CvnPeer    *peer,
         const char *method,
         const char *path,
         const char *authorization,
         const char *body)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (cvn_peer_get_address (peer), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, address);
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr (GBytes) answer = NULL;

  soup_session_set_proxy_resolver (session, NULL);
  if (bytes != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  if (authorization != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", authorization);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (soup_message_get_status (message), <, 300);
  return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

static void
put (CvnPeer    *peer,
     const char *path,
     const char *authorization,
     const char *body)
{
  g_free (request (peer, "PUT", path, authorization, body));
}

/* This server mixes up the ancestors of every document that it checks by rules: it keeps no second version of any. CouchDB does. */
void
cvn_sharing_test_drop_rules (CvnPeer *peer)
{
  g_autofree char *document = request (peer, "GET", "centre/_design/convenant", NULL, NULL);
  const char      *revision = strstr (document, "\"_rev\":\"1-");
  g_autofree char *path = NULL;

  g_assert_nonnull (revision);
  g_assert_nonnull (strstr (document, "validate_doc_update"));
  path = g_strdup_printf ("centre/_design/convenant?rev=%.34s", revision + strlen ("\"_rev\":\""));
  g_free (request (peer, "DELETE", path, NULL, NULL));
}

/* With the accounts admin, sam (staff) and bo (board); the password of all is "secret". */
void
cvn_sharing_test_add_accounts (CvnPeer *peer)
{
  const char *admin = "Basic YWRtaW46c2VjcmV0";

  put (peer, "_config/admins/admin", NULL, "\"secret\"");
  put (peer, "_users/org.couchdb.user:sam", admin, "{\"_id\":\"org.couchdb.user:sam\",\"name\":\"sam\",\"password\":\"secret\",\"roles\":[\"staff\"],\"type\":\"user\"}");
  put (peer, "_users/org.couchdb.user:bo", admin, "{\"_id\":\"org.couchdb.user:bo\",\"name\":\"bo\",\"password\":\"secret\",\"roles\":[\"board\"],\"type\":\"user\"}");
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *before;
} Move;

static gboolean
has_moved (gpointer data)
{
  const Move *move = data;

  return gtk_root_get_focus (GTK_ROOT (move->window)) != move->before;
}

/* With the Tab key, as somebody without a mouse would. */
void
cvn_sharing_test_go_to (GtkWidget *window,
                        GtkWidget *target)
{
  for (int i = 0; i < 60; i++)
    {
      Move move = { window, gtk_root_get_focus (GTK_ROOT (window)) };

      if (move.before != NULL && (move.before == target || gtk_widget_is_ancestor (move.before, target)))
        return;
      cvn_ui_key ("Tab");
      cvn_ui_assert_eventually (has_moved, &move);
    }
  g_error ("the keyboard does not lead there");
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root))
    return cvn_ui_find_text (root, GTK_TYPE_LABEL, label) != NULL ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

void
cvn_sharing_test_press (GtkWidget  *window,
                        const char *label,
                        const char *key)
{
  GtkWidget *button = find_button (window, label);

  g_assert_nonnull (button);
  cvn_sharing_test_go_to (window, button);
  cvn_ui_key (key);
  cvn_ui_settle (window);
}

static GtkWidget *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_question (gpointer data)
{
  GtkWidget *question = find_question ();

  return question != NULL && gtk_widget_get_mapped (question) && gtk_window_is_active (GTK_WINDOW (question));
}

static gboolean
has_no_question (gpointer data)
{
  return find_question () == NULL;
}

/* Waits for the question with @heading and answers it with a key; @picture may be NULL. */
void
cvn_sharing_test_answer (const char *heading,
                         const char *picture,
                         const char *key)
{
  cvn_ui_assert_eventually (has_question, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (find_question ())), ==, heading);
  if (picture != NULL)
    cvn_sharing_test_keep_pictures (find_question (), picture);
  cvn_ui_key (key);
  cvn_ui_assert_eventually (has_no_question, NULL);
}
