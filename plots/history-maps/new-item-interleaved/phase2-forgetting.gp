# phase2-forgetting: What phase 2 makes the network forget: new-item-interleaved
#
# Draw it again:   gnuplot phase2-forgetting.gp
# As PNG or PDF:   gnuplot -e "format='png'" phase2-forgetting.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" phase2-forgetting.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'phase2-forgetting.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 958,341 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 1916,682 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 9.98in,3.55in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,261 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1044 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,2.72in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.10334
if (medium eq 'web') set rmargin at screen 0.54175
if (medium eq 'web') set bmargin at screen 0.31085
if (medium eq 'web') set tmargin at screen 0.86804
if (medium eq 'slides') set lmargin at screen 0.07283
if (medium eq 'slides') set rmargin at screen 0.8631
if (medium eq 'slides') set bmargin at screen 0.3566
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.1271
if (medium eq 'paper') set rmargin at screen 0.76111
if (medium eq 'paper') set bmargin at screen 0.48646
if (medium eq 'paper') set tmargin at screen 0.8447
set border 15 linecolor '#404040'
if (medium eq 'web') set title 'What phase 2 makes the network forget: new-item-interleaved' offset 0,-0.3
if (medium eq 'slides') set title 'What phase 2 makes the network forget: new-item-interleaved' offset 0,-0.3
if (medium eq 'web') set label 40 'phase2.frequency.Oak' at screen 0.32255,0.18109 center
if (medium eq 'web') set label 1 'phase2.eta' at screen 0.05974,0.58944 center rotate by 90
if (medium eq 'web') set label 3 'mean loss of the old items' at screen 0.63885,0.58785 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Each cell: median over 20 seeds; runs without a value are left out.'.'}' at screen 0.10334,0.1151 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'new-item-interleaved · seed 1 … 20 (20 values)'.'}' at screen 0.00783,0.03836 left textcolor '#707070'
if (medium eq 'slides') set label 40 'phase2.frequency.Oak' at screen 0.46797,0.25827 center
if (medium eq 'slides') set label 1 'phase2.eta' at screen 0.02063,0.6333 center rotate by 90
if (medium eq 'slides') set label 3 'mean loss of the old items' at screen 0.97938,0.6333 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Each cell: median over 20 seeds; runs without a value are left out.'.'}' at screen 0.07283,0.20827 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'new-item-interleaved · seed 1 … 20 (20 values)'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'phase2.frequency.Oak' at screen 0.4441,0.3659 center
if (medium eq 'paper') set label 1 'phase2.eta' at screen 0.03599,0.66558 center rotate by 90
if (medium eq 'paper') set label 3 'mean loss of the ol…' at screen 0.96401,0.63889 center rotate by 90
if (medium eq 'paper') set label 10 'What phase 2 makes the network forget:' at screen 0.4441,0.94278 center
if (medium eq 'paper') set label 11 'new-item-interleaved' at screen 0.4441,0.88966 center
if (medium eq 'paper') set label 20 '{/*0.88 '.'Each cell: median over 20 seeds; runs without a value are left'.'}' at screen 0.01309,0.30459 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'out.'.'}' at screen 0.01309,0.25784 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'new-item-interleaved · seed 1 … 20 (20 values)'.'}' at screen 0.01636,0.03564 left textcolor '#707070'
set xrange [-0.5:6.5]
set xtics out scale 0 nomirror ('1' 0, '2' 1, '4' 2, '8' 3, '16' 4, '32' 5, '64' 6)
set yrange [-0.5:4.5]
set ytics out scale 0 nomirror ('2' 0, '4' 1, '8' 2, '16' 3, '32' 4)
if (medium eq 'web') set key at screen 0.66701,0.86804 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.1768 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -7
if (medium eq 'paper') set key at screen 0.01309,0.21926 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -7
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [0.001:0.1]
if (medium eq 'web') set colorbox user origin screen 0.55271,0.31085 size screen 0.01409,0.55718
if (medium eq 'web') set logscale cb
if (medium eq 'web') set format cb '10^{%T}'
if (medium eq 'web') set cbtics out nomirror 0.001,10
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [0.001:0.1]
if (medium eq 'slides') set colorbox user origin screen 0.87623,0.3566 size screen 0.01688,0.5534
if (medium eq 'slides') set logscale cb
if (medium eq 'slides') set format cb '10^{%T}'
if (medium eq 'slides') set cbtics out nomirror 0.001,10
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [0.001:0.1]
if (medium eq 'paper') set colorbox user origin screen 0.78401,0.48646 size screen 0.02945,0.35824
if (medium eq 'paper') set logscale cb
if (medium eq 'paper') set format cb '10^{%T}'
if (medium eq 'paper') set cbtics out nomirror 0.001,10
set object rectangle from first -0.5, graph 0 to first 6.5, graph 1 behind fillcolor rgb '#ececec' fillstyle solid noborder
plot NaN with lines linecolor rgb '#ececec' linewidth 10 dashtype 1 title 'most runs did not reach the loss', \
     'phase2-forgetting.tsv' using 1:(column(5)==column(5)?column(2):NaN):(column(1)-0.5):(column(1)+0.5):(column(2)-0.5):(column(2)+0.5):(column(5)) with boxxyerror linecolor palette fillstyle solid noborder notitle, \
     'phase2-forgetting.tsv' using 1:(column(11)>0?column(2):NaN) with points pointtype 7 pointsize 0.4 linecolor rgb '#777777' notitle, \
     'phase2-forgetting.tsv' using (column(1)-0.0915):((column(12)>0?column(2):NaN)-(0.1445)):(0.183):(0.289) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     'phase2-forgetting.tsv' using (column(1)-0.0915):((column(12)>0?column(2):NaN)-(-0.1445)):(0.183):(-0.289) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     'phase2-forgetting.tsv' using (column(1)-0.0915):((column(12)>0?column(2):NaN)-(0.1445)):(0.183):(0.289) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     'phase2-forgetting.tsv' using (column(1)-0.0915):((column(12)>0?column(2):NaN)-(-0.1445)):(0.183):(-0.289) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     NaN with points pointtype 2 linewidth 1.5 linecolor rgb '#000000' title 'half or more runs diverged'
