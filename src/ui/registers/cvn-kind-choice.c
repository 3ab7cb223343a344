/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-choice"

#include "cvn-kind-choice.h"

#include "cvn-searched-list.h"

#include <glib/gi18n-lib.h>

struct _CvnKindChoice
{
  AdwBin parent_instance;

  GPtrArray   *kinds; /* of const CvnKind */
  GtkDropDown *drop_down;
  gboolean     setting;
};

typedef enum {
  CHOSEN,
  N_SIGNALS,
} CvnKindChoiceSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnKindChoice, cvn_kind_choice, ADW_TYPE_BIN)

static void
selected_cb (CvnKindChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (!self->setting && selected < self->kinds->len)
    g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->kinds, selected));
}

static void
cvn_kind_choice_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_KIND_CHOICE (object)->kinds);
  G_OBJECT_CLASS (cvn_kind_choice_parent_class)->finalize (object);
}

static void
cvn_kind_choice_class_init (CvnKindChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_kind_choice_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_KIND_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
cvn_kind_choice_init (CvnKindChoice *self)
{
  self->kinds = g_ptr_array_new ();
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of Records"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

static void
add_kinds (CvnKindChoice *self,
           int            area)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if ((int) kinds[i]->area == area)
      g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
}

/** cvn_kind_choice_new: the kinds of @area, a #CvnArea; -1 for all, those of no page of their own first. */
GtkWidget *
cvn_kind_choice_new (int area)
{
  CvnKindChoice *self = g_object_new (CVN_TYPE_KIND_CHOICE, NULL);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  add_kinds (self, area >= 0 ? area : CVN_AREA_GENERAL);
  for (int other = 0; area < 0 && other < CVN_AREA_GENERAL; other++)
    add_kinds (self, other);
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (words, _(((const CvnKind *) g_ptr_array_index (self->kinds, i))->label_plural));
  cvn_searched_list_set_words (self->drop_down, words);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_kind_choice_get_n: how many kinds there are to choose from. */
guint
cvn_kind_choice_get_n (CvnKindChoice *self)
{
  return self->kinds->len;
}

/** cvn_kind_choice_get: the kind at place @i. */
const CvnKind *
cvn_kind_choice_get (CvnKindChoice *self,
                     guint          i)
{
  g_return_val_if_fail (i < self->kinds->len, NULL);
  return g_ptr_array_index (self->kinds, i);
}

/** cvn_kind_choice_select: shows that @kind is chosen, without "chosen"; FALSE if it is not among the kinds. */
gboolean
cvn_kind_choice_select (CvnKindChoice *self,
                        const CvnKind *kind)
{
  guint place;

  if (!g_ptr_array_find (self->kinds, kind, &place))
    return FALSE;
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, place);
  self->setting = FALSE;
  return TRUE;
}
