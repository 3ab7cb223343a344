/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-registers-page"

#include "cvn-registers-page.h"

#include "cvn-kind-counts.h"
#include "cvn-kind-list-view.h"
#include "cvn-register-page.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnRegistersPage
{
  CvnPage parent_instance;

  GtkStack        *stack;
  CvnKindListView *kinds;
  CvnPage         *lists; /* made when the first kind is opened */
  const CvnKind   *kind;  /* the one opened; NULL while all are shown */
  GCancellable    *counting;
  gboolean         active;
};

G_DEFINE_FINAL_TYPE (CvnRegistersPage, cvn_registers_page, CVN_TYPE_PAGE)

static void
update_page (CvnRegistersPage *self)
{
  CvnPage    *page = CVN_PAGE (self);
  gboolean    can_add = FALSE;
  gboolean    can_export = FALSE;
  const char *title = NULL;

  if (self->kind != NULL)
    {
      g_object_get (self->lists, "can-add", &can_add, "can-export", &can_export, NULL);
      title = cvn_page_get_title (self->lists);
      if (title == NULL)
        title = _(self->kind->label_plural);
    }
  cvn_page_set_can_add (page, can_add);
  cvn_page_set_can_export (page, can_export);
  cvn_page_set_can_go_back (page, self->kind != NULL);
  cvn_page_set_title (page, title);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnRegistersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = cvn_kind_counts_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (counts != NULL)
    cvn_kind_list_view_set_counts (self->kinds, counts);
  else
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
  cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
count (CvnRegistersPage *self)
{
  CvnCentre *centre = cvn_page_get_centre (CVN_PAGE (self));

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (!self->active || !cvn_centre_is_open (centre))
    return;
  self->counting = g_cancellable_new ();
  cvn_kind_counts_read_async (centre, self->counting, counted_cb, g_object_ref (self));
}

static void
need_lists (CvnRegistersPage *self)
{
  if (self->lists != NULL)
    return;
  self->lists = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", cvn_page_get_centre (CVN_PAGE (self)), "area", -1, NULL);
  g_signal_connect_object (self->lists, "notify", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->lists), "lists");
}

static void
show_lists (CvnRegistersPage *self,
            const CvnKind    *kind)
{
  self->kind = kind;
  gtk_stack_set_visible_child_name (self->stack, "lists");
  update_page (self);
}

static void
chosen_cb (CvnRegistersPage *self,
           gpointer          kind)
{
  g_autoptr (CvnQuery) query = cvn_query_new (kind);

  need_lists (self);
  if (!cvn_page_open_list (self->lists, query, NULL))
    return;
  show_lists (self, kind);
  gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
}

static void
cvn_registers_page_activate (CvnPage *page)
{
  CvnRegistersPage *self = CVN_REGISTERS_PAGE (page);

  self->active = TRUE;
  count (self);
}

static void
cvn_registers_page_add (CvnPage *page)
{
  cvn_page_add (CVN_REGISTERS_PAGE (page)->lists);
}

static void
cvn_registers_page_export (CvnPage *page)
{
  cvn_page_export (CVN_REGISTERS_PAGE (page)->lists);
}

/* The form that slid in first, then the list. */
static void
cvn_registers_page_go_back (CvnPage *page)
{
  CvnRegistersPage *self = CVN_REGISTERS_PAGE (page);
  const CvnKind    *kind = self->kind;
  gboolean          form;

  g_object_get (self->lists, "can-go-back", &form, NULL);
  cvn_page_go_back (self->lists);
  if (form)
    return;
  self->kind = NULL;
  gtk_stack_set_visible_child_name (self->stack, "kinds");
  update_page (self);
  cvn_kind_list_view_focus (self->kinds, kind);
}

static gboolean
cvn_registers_page_open_record (CvnPage    *page,
                                const char *kind,
                                const char *id)
{
  CvnRegistersPage *self = CVN_REGISTERS_PAGE (page);

  need_lists (self);
  if (!cvn_page_open_record (self->lists, kind, id))
    return FALSE;
  show_lists (self, cvn_kind_find (kind));
  return TRUE;
}

static gboolean
cvn_registers_page_open_list (CvnPage        *page,
                              const CvnQuery *query,
                              const char     *title)
{
  CvnRegistersPage *self = CVN_REGISTERS_PAGE (page);

  need_lists (self);
  if (!cvn_page_open_list (self->lists, query, title))
    return FALSE;
  show_lists (self, cvn_query_get_kind (query));
  return TRUE;
}

static gboolean
cvn_registers_page_add_record (CvnPage    *page,
                               CvnRecord  *values,
                               GHashTable *names)
{
  CvnRegistersPage *self = CVN_REGISTERS_PAGE (page);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_get_kind (values));

  return cvn_registers_page_open_list (page, query, NULL) && cvn_page_add_record (self->lists, values, names);
}

static void
cvn_registers_page_constructed (GObject *object)
{
  CvnRegistersPage *self = CVN_REGISTERS_PAGE (object);

  G_OBJECT_CLASS (cvn_registers_page_parent_class)->constructed (object);
  g_signal_connect_object (cvn_page_get_centre (CVN_PAGE (self)), "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
}

static void
cvn_registers_page_dispose (GObject *object)
{
  CvnRegistersPage *self = CVN_REGISTERS_PAGE (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  G_OBJECT_CLASS (cvn_registers_page_parent_class)->dispose (object);
}

static void
cvn_registers_page_class_init (CvnRegistersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CvnPageClass *page_class = CVN_PAGE_CLASS (klass);

  object_class->constructed = cvn_registers_page_constructed;
  object_class->dispose = cvn_registers_page_dispose;
  page_class->activate = cvn_registers_page_activate;
  page_class->add = cvn_registers_page_add;
  page_class->add_record = cvn_registers_page_add_record;
  page_class->export = cvn_registers_page_export;
  page_class->go_back = cvn_registers_page_go_back;
  page_class->open_record = cvn_registers_page_open_record;
  page_class->open_list = cvn_registers_page_open_list;
}

static void
cvn_registers_page_init (CvnRegistersPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->kinds = CVN_KIND_LIST_VIEW (cvn_kind_list_view_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->kinds), "kinds");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->kinds, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}
