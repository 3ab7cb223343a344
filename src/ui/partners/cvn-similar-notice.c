/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-similar-notice"

#include "cvn-similar-notice.h"

#include "cvn-similar-partners.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _CvnSimilarNotice
{
  GtkBox parent_instance;

  GtkWidget          *revealer;
  GtkWidget          *text;
  CvnSimilarPartners *similar;
};

static guint open_signal;

G_DEFINE_FINAL_TYPE (CvnSimilarNotice, cvn_similar_notice, GTK_TYPE_BOX)

static void
similar_changed_cb (CvnSimilarNotice *self)
{
  CvnSimilarReason reason = self->similar != NULL ? cvn_similar_partners_get_reason (self->similar) : CVN_SIMILAR_NONE;
  g_autofree char *text = NULL;

  if (reason == CVN_SIMILAR_KVK)
    text = g_strdup_printf (_("“%s” has this KVK number already."), cvn_similar_partners_get_name (self->similar));
  else if (reason == CVN_SIMILAR_NAME)
    text = g_strdup_printf (_("Looks like “%s”."), cvn_similar_partners_get_name (self->similar));
  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), text != NULL);
}

static void
clicked_cb (CvnSimilarNotice *self)
{
  if (self->similar != NULL && cvn_similar_partners_get_id (self->similar) != NULL)
    g_signal_emit (self, open_signal, 0, cvn_similar_partners_get_id (self->similar));
}

static void
cvn_similar_notice_dispose (GObject *object)
{
  g_clear_object (&CVN_SIMILAR_NOTICE (object)->similar);
  G_OBJECT_CLASS (cvn_similar_notice_parent_class)->dispose (object);
}

static void
cvn_similar_notice_class_init (CvnSimilarNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_similar_notice_dispose;
  open_signal = g_signal_new ("open", CVN_TYPE_SIMILAR_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_similar_notice_init (CvnSimilarNotice *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open It"));

  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (line, "cvn-similar-notice");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), self->text);
  gtk_box_append (GTK_BOX (line), button);
  self->revealer = g_object_new (GTK_TYPE_REVEALER, "child", line, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (self), self->revealer);
}

/** cvn_similar_notice_new: says nothing. */
GtkWidget *
cvn_similar_notice_new (void)
{
  return g_object_new (CVN_TYPE_SIMILAR_NOTICE, NULL);
}

typedef struct
{
  CvnSimilarNotice *notice; /* borrowed: the signal ends with it */
  guint             field;
} Typing;

static void
typing_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
typed_cb (GtkEditable *editable,
          gpointer     data)
{
  const Typing *typing = data;

  if (typing->notice->similar != NULL && gtk_editable_get_editable (editable))
    cvn_similar_partners_try_text (typing->notice->similar, typing->field, gtk_editable_get_text (editable));
}

/* The row of the form that is called @label, which is how a form names the row of a field. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *label)
{
  if (ADW_IS_ENTRY_ROW (widget) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), label))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, label);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* The draft hears of a row when it is left; the warning is worth most before that. */
static void
follow_typing (CvnSimilarNotice *self,
               CvnDraft         *draft,
               GtkWidget        *form)
{
  static const char *const names[] = { "name_nl", "name_en", "kvk" };
  const CvnKind           *kind = cvn_draft_get_kind (draft);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint      field = (guint) cvn_kind_find_field (kind, names[i]);
      GtkWidget *row = find_row (form, _(kind->fields[field].label));
      Typing    *typing;
      GClosure  *closure;

      if (row == NULL)
        continue;
      typing = g_new0 (Typing, 1);
      typing->notice = self;
      typing->field = field;
      closure = g_cclosure_new (G_CALLBACK (typed_cb), typing, typing_free);
      g_object_watch_closure (G_OBJECT (self), closure);
      g_signal_connect_closure (row, "changed", closure, FALSE);
    }
}

/** cvn_similar_notice_watch: watches the organisation in @draft, as it is typed in @form; NULL or another kind of record: nothing. */
void
cvn_similar_notice_watch (CvnSimilarNotice *self,
                          CvnCentre        *centre,
                          CvnDraft         *draft,
                          GtkWidget        *form)
{
  if (self->similar != NULL)
    g_signal_handlers_disconnect_by_data (self->similar, self);
  g_clear_object (&self->similar);
  if (draft != NULL && g_str_equal (cvn_draft_get_kind (draft)->name, "organisation"))
    {
      self->similar = cvn_similar_partners_new (centre, draft);
      g_signal_connect_object (self->similar, "changed", G_CALLBACK (similar_changed_cb), self, G_CONNECT_SWAPPED);
      follow_typing (self, draft, form);
    }
  similar_changed_cb (self);
}
