/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invite-popover"

#include "cvn-invite-popover.h"

#include "cvn-cockpit-decide.h"
#include "cvn-figure-set.h"

#include <glib/gi18n-lib.h>

/* More than these nobody looks through: some letters find the rest. */
#define MAX_ROWS 50

struct _CvnInvitePopover
{
  GtkPopover parent_instance;

  CvnCockpit     *cockpit;
  CvnFigureSet   *figures; /* the organisations; NULL until somebody asks */
  GtkSearchEntry *search;
  GtkListBox     *list;
  GtkLabel       *error;
  GPtrArray      *ids;  /* of char*, by place */
  char           *name; /* of the one that is being invited */
  GCancellable   *writing;
};

static guint invited_signal;

static const char *const figure_names[] = { "partner-list", NULL };

G_DEFINE_FINAL_TYPE (CvnInvitePopover, cvn_invite_popover, GTK_TYPE_POPOVER)

static void
show_error (CvnInvitePopover *self,
            const char       *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static const char *
get_name (CvnTable *table,
          guint     row)
{
  const char *first = cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "name_en" : "name_nl");

  return first != NULL ? first : cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "name_nl" : "name_en");
}

static gboolean
is_listed (CvnInvitePopover *self,
           const char       *id,
           const char       *name)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return name != NULL && cvn_cockpit_find (self->cockpit, id) == NULL && (*words == '\0' || g_str_match_string (words, name, TRUE));
}

/* Whether @name begins with what was typed: such names come first. */
static gboolean
begins_so (CvnInvitePopover *self,
           const char       *name)
{
  g_autofree char *words = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_has_prefix (folded, words);
}

static void
list_names (CvnInvitePopover *self,
            gboolean          first)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "partner-list");

  for (guint i = 0; table != NULL && i < cvn_table_get_n_rows (table) && self->ids->len < MAX_ROWS; i++)
    {
      const char *id = cvn_table_get_text (table, i, "id");
      const char *name = get_name (table, i);

      if (cvn_table_get_integer (table, i, "inactive") != 0 || !is_listed (self, id, name) || begins_so (self, name) != first)
        continue;
      gtk_list_box_append (self->list, g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "margin-top", 6, "margin-bottom", 6, NULL));
      g_ptr_array_add (self->ids, g_strdup (id));
    }
}

static void
fill (CvnInvitePopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->ids, 0);
  list_names (self, TRUE);
  list_names (self, FALSE);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
searched_cb (CvnInvitePopover *self)
{
  show_error (self, NULL);
  if (self->figures != NULL)
    fill (self);
}

static void
invited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnInvitePopover) self = data;
  g_autoptr (GError) error = NULL;
  gint64           no = cvn_centre_finish (CVN_CENTRE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->cockpit == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->writing);
  if (no < 0)
    {
      show_error (self, error->message);
      return;
    }
  text = g_strdup_printf (_("%1$s: %2$s"), self->name, cvn_ladder_get_label (CVN_LADDER_INVITED));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, invited_signal, 0, text);
}

static void
invite (CvnInvitePopover *self,
        GtkListBoxRow    *row)
{
  guint place = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  if (self->writing != NULL || place >= self->ids->len)
    return;
  g_free (self->name);
  self->name = g_strdup (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
  self->writing = g_cancellable_new ();
  cvn_cockpit_invite_async (self->cockpit, self->ids->pdata[place], self->name, self->writing, invited_cb, g_object_ref (self));
}

static void
entered_cb (CvnInvitePopover *self)
{
  /* Who types fast has not seen the list yet. */
  fill (self);
  invite (self, gtk_list_box_get_selected_row (self->list));
}

static void
show_cb (CvnInvitePopover *self)
{
  show_error (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->figures == NULL)
    {
      self->figures = cvn_figure_set_new (cvn_cockpit_get_centre (self->cockpit), figure_names);
      g_signal_connect_object (self->figures, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
    }
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
cvn_invite_popover_dispose (GObject *object)
{
  CvnInvitePopover *self = CVN_INVITE_POPOVER (object);

  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_object (&self->figures);
  g_clear_object (&self->cockpit);
  G_OBJECT_CLASS (cvn_invite_popover_parent_class)->dispose (object);
}

static void
cvn_invite_popover_finalize (GObject *object)
{
  CvnInvitePopover *self = CVN_INVITE_POPOVER (object);

  g_ptr_array_unref (self->ids);
  g_free (self->name);
  G_OBJECT_CLASS (cvn_invite_popover_parent_class)->finalize (object);
}

static void
cvn_invite_popover_class_init (CvnInvitePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_invite_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_invite_popover_finalize;
  invited_signal = g_signal_new ("invited", CVN_TYPE_INVITE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_list (CvnInvitePopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *nothing = g_object_new (GTK_TYPE_LABEL, "label", _("No other partner is called so. Add partners on their own page."), "wrap", TRUE, "max-width-chars", 30, "margin-top", 12, NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Partners that are not a party"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (invite), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scrolled, 280, 260);
  return scrolled;
}

static void
cvn_invite_popover_init (CvnInvitePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Partner to invite"), -1);
  g_object_set (self->search, "placeholder-text", _("Partner to invite"), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  self->error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 30, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (show_cb), NULL);
}

/** cvn_invite_popover_new: for a menu button. */
GtkWidget *
cvn_invite_popover_new (CvnCockpit *cockpit)
{
  CvnInvitePopover *self = g_object_new (CVN_TYPE_INVITE_POPOVER, NULL);

  self->cockpit = g_object_ref (cockpit);
  return GTK_WIDGET (self);
}
