/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-part-list"

#include "cvn-card-part-list.h"

#include "cvn-card-part-dialog.h"
#include "cvn-direction-operations.h"
#include "cvn-guard.h"
#include "cvn-tooltip.h"
#include "cvn-wide-row.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnCardPartList
{
  AdwBin parent_instance;

  CvnCardBook *book;
  const char  *kind; /* card_quote or card_role */

  GtkWidget *rows;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (CvnCardPartList, cvn_card_part_list, ADW_TYPE_BIN)

/* What changes something. */
static const char *const changing[] = { "card-parts.edit", "card-parts.remove", NULL };

static GPtrArray *
get_parts (CvnCardPartList *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);

  if (sheet == NULL)
    return NULL;
  return g_str_equal (self->kind, "card_quote") ? sheet->quotes : sheet->roles;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  if (gtk_widget_get_root (from) == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  cvn_window_show_toast (from, error != NULL ? error->message : _("It was taken off the card"), error == NULL);
}

/** cvn_card_remove_part: takes a part off the chosen card, with an offer to undo that. */
void
cvn_card_remove_part (GtkWidget   *from,
                      CvnCardBook *book,
                      CvnRecord   *part,
                      const char  *subject)
{
  g_autofree char *now = cvn_card_book_dup_now (book);
  g_autoptr (CvnOperation) operation = cvn_remove_part_new (part, now);

  cvn_operation_set_subject (operation, subject);
  cvn_operation_run_async (operation, cvn_card_book_get_centre (book), NULL, removed_cb, g_object_ref (from));
}

static void
add_cb (CvnCardPartList *self)
{
  if (cvn_card_book_get_sheet (self->book) != NULL)
    gtk_window_present (GTK_WINDOW (cvn_card_part_dialog_new (GTK_WIDGET (self), self->book, self->kind, NULL)));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnCardPartList *self = CVN_CARD_PART_LIST (widget);
  GPtrArray       *parts = get_parts (self);
  guint            place = g_variant_get_uint32 (parameter);

  if (parts != NULL && place < parts->len)
    gtk_window_present (GTK_WINDOW (cvn_card_part_dialog_new (widget, self->book, self->kind, parts->pdata[place])));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnCardPartList *self = CVN_CARD_PART_LIST (widget);
  GPtrArray       *parts = get_parts (self);
  guint            place = g_variant_get_uint32 (parameter);

  if (parts != NULL && place < parts->len)
    cvn_card_remove_part (widget, self->book, parts->pdata[place], cvn_card_sheet_pick (parts->pdata[place], "role", cvn_interface_language (), NULL));
}

static GtkWidget *
make_row (CvnCardPartList *self,
          CvnRecord       *part,
          guint            place,
          CvnLanguage      language,
          gboolean         can_edit)
{
  gboolean    is_quote = g_str_equal (self->kind, "card_quote");
  const char *role = cvn_card_sheet_pick (part, "role", language, NULL);
  const char *text = cvn_card_sheet_pick (part, is_quote ? "text" : "party", language, NULL);
  GtkWidget  *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", role, "subtitle", text != NULL ? text : "", NULL);
  GtkWidget  *remove;

  cvn_wide_row_prepare (row);
  if (!can_edit)
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "card-parts.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", place);
  remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  cvn_tooltip_set (remove, _("Take off the card"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "card-parts.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "u", place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

/** cvn_card_part_list_update: shows the parts as they are stored. */
void
cvn_card_part_list_update (CvnCardPartList *self,
                           CvnLanguage      language,
                           gboolean         can_edit)
{
  GPtrArray *parts = get_parts (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), row);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), make_row (self, parts->pdata[i], i, language, can_edit));
  gtk_widget_set_visible (self->rows, parts != NULL && parts->len > 0);
  gtk_widget_set_visible (self->add, can_edit);
}

static void
cvn_card_part_list_dispose (GObject *object)
{
  g_clear_object (&CVN_CARD_PART_LIST (object)->book);
  G_OBJECT_CLASS (cvn_card_part_list_parent_class)->dispose (object);
}

static void
cvn_card_part_list_class_init (CvnCardPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_card_part_list_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "card-parts.edit", "u", edit_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "card-parts.remove", "u", remove_cb);
}

static void
cvn_card_part_list_init (CvnCardPartList *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  self->add = gtk_button_new ();
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), self->rows);
  gtk_box_append (GTK_BOX (content), self->add);
  adw_bin_set_child (ADW_BIN (self), content);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_card_part_list_new: those of @kind, card_quote or card_role, on the chosen card of @book. */
GtkWidget *
cvn_card_part_list_new (CvnCardBook *book,
                        const char  *kind)
{
  CvnCardPartList *self = g_object_new (CVN_TYPE_CARD_PART_LIST, NULL);
  gboolean         is_quote = g_str_equal (kind, "card_quote");

  self->book = g_object_ref (book);
  cvn_guard_actions (GTK_WIDGET (self), cvn_card_book_get_centre (book), changing);
  self->kind = is_quote ? "card_quote" : "card_role";
  gtk_button_set_label (GTK_BUTTON (self->add), is_quote ? _("Add Quote…") : _("Add Role…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, is_quote ? _("Quotes") : _("Project structure"), -1);
  return GTK_WIDGET (self);
}
