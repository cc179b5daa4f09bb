# phase2-epochs-curves: How long phase 2 lasts: new-item-interleaved
#
# Draw it again:   gnuplot phase2-epochs-curves.gp
# As PNG or PDF:   gnuplot -e "format='png'" phase2-epochs-curves.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" phase2-epochs-curves.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'phase2-epochs-curves.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,560 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,362 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1448 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.77in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.7
if (medium eq 'web') set bmargin at screen 0.2
if (medium eq 'web') set tmargin at screen 0.91964
if (medium eq 'slides') set lmargin at screen 0.11817
if (medium eq 'slides') set rmargin at screen 0.98875
if (medium eq 'slides') set bmargin at screen 0.3566
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.20621
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.50421
if (medium eq 'paper') set tmargin at screen 0.92044
set border 3 linecolor '#404040'
set title 'How long phase 2 lasts: new-item-interleaved' offset 0,-0.3
if (medium eq 'web') set label 40 'phase2.frequency.Oak' at screen 0.39318,0.12098 center
if (medium eq 'web') set label 1 'epochs' at screen 0.01542,0.55982 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Lines: median over 20 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.08636,0.0808 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'new-item-interleaved · seed 1 … 20 (20 values)'.'}' at screen 0.00682,0.02336 left textcolor '#707070'
if (medium eq 'slides') set label 40 'phase2.frequency.Oak' at screen 0.55346,0.25827 center
if (medium eq 'slides') set label 1 'epochs' at screen 0.02063,0.6333 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Lines: median over 20 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.11817,0.20827 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'new-item-interleaved · seed 1 … 20 (20 values)'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'phase2.frequency.Oak' at screen 0.59329,0.41728 center
if (medium eq 'paper') set label 1 'epochs' at screen 0.03599,0.71232 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Lines: median over 20 seeds; bands: middle half (25–75 %);'.'}' at screen 0.01309,0.37308 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'runs without a value are left out.'.'}' at screen 0.01309,0.33938 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'new-item-interleaved · seed 1 … 20 (20 values)'.'}' at screen 0.01636,0.02569 left textcolor '#707070'
if (medium eq 'web') set xrange [0.8781:72.88]
if (medium eq 'web') set logscale x
if (medium eq 'web') set format x '10^{%T}'
if (medium eq 'web') set xtics out scale 0 nomirror ('1' 1, '16' 16)
if (medium eq 'slides') set xrange [0.8781:72.88]
if (medium eq 'slides') set logscale x
if (medium eq 'slides') set format x '10^{%T}'
if (medium eq 'slides') set xtics out scale 0 nomirror ('1' 1, '16' 16)
if (medium eq 'paper') set xrange [0.8781:72.88]
if (medium eq 'paper') set logscale x
if (medium eq 'paper') set format x '10^{%T}'
if (medium eq 'paper') set xtics out scale 0 nomirror ('1' 1)
set yrange [0:4200]
set ytics out nomirror 1000
if (medium eq 'web') set key at screen 0.72273,0.91964 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.1768 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.31156 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
plot 'phase2-epochs-curves.tsv' using 1:3:4 with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder notitle, \
     'phase2-epochs-curves.tsv' using 1:6:7 with filledcurves fillcolor rgb '#d55e00' fillstyle transparent solid 0.25 noborder notitle, \
     'phase2-epochs-curves.tsv' using 1:9:10 with filledcurves fillcolor rgb '#009e73' fillstyle transparent solid 0.25 noborder notitle, \
     'phase2-epochs-curves.tsv' using 1:12:13 with filledcurves fillcolor rgb '#e69f00' fillstyle transparent solid 0.25 noborder notitle, \
     'phase2-epochs-curves.tsv' using 1:15:16 with filledcurves fillcolor rgb '#56b4e9' fillstyle transparent solid 0.25 noborder notitle, \
     'phase2-epochs-curves.tsv' using 1:2 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'phase2.eta = 2', \
     'phase2-epochs-curves.tsv' using 1:5 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'phase2.eta = 4', \
     'phase2-epochs-curves.tsv' using 1:8 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'phase2.eta = 8', \
     'phase2-epochs-curves.tsv' using 1:11 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'phase2.eta = 16', \
     'phase2-epochs-curves.tsv' using 1:14 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#56b4e9' linewidth 2.5 dashtype 1 title 'phase2.eta = 32'
